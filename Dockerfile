# docker build -t spacesportal .     The settings that a container needs: README.md.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src

# Restored before the sources come: this layer is made anew only when a pin or a project changes.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/*/*.csproj src/
RUN for project in src/*.csproj; do room="${project%.csproj}" && mkdir "$room" && mv "$project" "$room/"; done \
 && dotnet restore src/SpacesPortal

COPY . .
RUN dotnet publish src/SpacesPortal --no-restore -c Release -o /app -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
LABEL org.opencontainers.image.title="SpacesPortal" \
      org.opencontainers.image.description="Portal for Avaya Cloud and Avaya Spaces: sign in, profile, spaces" \
      org.opencontainers.image.licenses="MIT"

# No debugger and no profiler may attach. The root may be read-only; only /tmp and Portal:KeysDirectory are written.
ENV ASPNETCORE_ENVIRONMENT=Production \
    ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_EnableDiagnostics=0
WORKDIR /app
COPY --from=build /app .
USER $APP_UID
EXPOSE 8080
ENTRYPOINT ["dotnet", "SpacesPortal.dll"]
