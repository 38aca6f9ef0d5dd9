# docker build -t spacesportal .                             the portal; the settings that it needs: docs/operate.md
# docker build -t spacesportal-sandbox --target sandbox .    Avaya Cloud for trials, with demo people: never beside real ones
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS source
WORKDIR /src

# Restored before the sources come: this layer is made anew only when a pin or a project changes.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/*/*.csproj src/
RUN for project in src/*.csproj; do room="${project%.csproj}" && mkdir "$room" && mv "$project" "$room/"; done \
 && dotnet restore src/SpacesPortal -p:Configuration=Release \
 && dotnet restore src/AvayaCloud.Sandbox -p:Configuration=Release
COPY . .

FROM source AS build-sandbox
RUN dotnet publish src/AvayaCloud.Sandbox --no-restore -c Release -o /app -p:UseAppHost=false

FROM source AS build
RUN dotnet publish src/SpacesPortal --no-restore -c Release -o /app -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime
LABEL org.opencontainers.image.licenses="MIT"
# No debugger and no profiler may attach.
ENV DOTNET_EnableDiagnostics=0
WORKDIR /app
USER $APP_UID

FROM runtime AS sandbox
LABEL org.opencontainers.image.title="Avaya Cloud sandbox" \
      org.opencontainers.image.description="An Avaya Cloud with demo people, for trials of SpacesPortal"
COPY --from=build-sandbox /app .
EXPOSE 5081
ENTRYPOINT ["dotnet", "AvayaCloud.Sandbox.dll", "--listen", "0.0.0.0"]

FROM runtime AS portal
LABEL org.opencontainers.image.title="SpacesPortal" \
      org.opencontainers.image.description="Portal for Avaya Cloud and Avaya Spaces: sign in, profile, spaces"
# The root may be read-only: only /tmp and Portal:KeysDirectory are written.
ENV ASPNETCORE_ENVIRONMENT=Production \
    ASPNETCORE_HTTP_PORTS=8080
COPY --from=build /app .
EXPOSE 8080
ENTRYPOINT ["dotnet", "SpacesPortal.dll"]
