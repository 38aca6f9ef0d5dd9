#!/usr/bin/env bash
# Packs stand-ins into artifacts/feed for the packages that the configured sources lack, and for those only (README.md beside).
# A second call costs milliseconds; two at once wait for each other.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
feed=$root/artifacts/feed
stamp=$root/artifacts/feed.stamp
mark=spacesportal-stand-in

refit=Refit
refit_version=$(sed -n 's/.*Include="Refit" Version="\([^"]*\)".*/\1/p' "$root/Directory.Packages.props")
assets=Microsoft.AspNetCore.App.Internal.Assets # the SDK adds it to every Blazor project: _framework/blazor.web.js
assets_from=9.0.22                              # shared framework that carries the same scripts inside its assemblies

dotnet=$(readlink -f "$(command -v dotnet || true)")
[ -x "$dotnet" ] || { echo "eng/feed: the .NET SDK that global.json names is missing" >&2; exit 1; }

hash_of() { (cd "$1" && find . -type f -not -path '*/wwwroot/*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) | sha256sum | cut -c1-16; }
refit_hash=$(hash_of "$here/Refit")
assets_hash=$(hash_of "$here/BlazorAssets")
asked=$({
  echo "$refit_version $refit_hash $assets_hash"
  ls "$(dirname "$dotnet")/sdk"
  cat "${BASH_SOURCE[0]}" "$root/global.json" "${HOME:-}"/.nuget/NuGet/*.[Cc]onfig "$root"/[Nn]u[Gg]et.[Cc]onfig 2>/dev/null || true
} | sha256sum | cut -c1-16)

copy_of() { echo "$packages/${1,,}/$2"; }

# Restored packages stay in one folder for all projects of the person: a copy of another state of these sources must go.
drop_stale() { # id version hash
  local copy
  copy=$(copy_of "$1" "$2")
  grep -qs "$mark" "$copy/${1,,}.nuspec" || return 0
  grep -qs "$mark $3" "$copy/${1,,}.nuspec" && return 0
  mv "$copy" "$copy.stale.$$" && rm -rf "$copy.stale.$$"
}

# The stamp: what was asked, where restored packages lie, and for each package its version and the hash of its stand-in, or 'real'.
settled() {
  [ -f "$stamp" ] || return 1
  local was id version made
  { read -r was; read -r packages; } <"$stamp"
  [ "$was" = "$asked" ] || return 1
  while read -r id version made; do
    [ "$made" = real ] || [ -f "$feed/$id.$version.nupkg" ] || return 1
    drop_stale "$id" "$version" "$made"
  done < <(tail -n +3 "$stamp")
}

if settled; then exit 0; fi
mkdir -p "$root/artifacts"
if command -v flock >/dev/null; then
  exec 9>"$root/artifacts/feed.lock"
  flock 9
  if settled; then exit 0; fi # another call was faster
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$root/global.json" "$work/"
cd "$work" # outside the repository, whose build files have no say in the questions
packages=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: *//; s:/*$::')

assets_wanted() {
  mkdir -p "$work/wanted"
  cat >"$work/wanted/wanted.csproj" <<END
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <Target Name="Wanted">
    <ItemGroup><Wanted Include="@(KnownAspNetCorePack)" Condition="'%(Identity)' == '$assets' and '%(TargetFramework)' == '\$(TargetFramework)'" /></ItemGroup>
    <Message Importance="high" Text="@(Wanted->'%(AspNetCorePackVersion)')" />
  </Target>
</Project>
END
  dotnet msbuild "$work/wanted/wanted.csproj" -t:Wanted -nologo -v:m | tr -d ' \r\n'
}

# Do the configured sources have it? Not knowing (no network) is no 'no': then nothing is made and the call fails.
restores() { # id version
  grep -qs '"source": *"https\?://' "$(copy_of "$1" "$2")/.nupkg.metadata" && return 0
  local probe=$work/probe.$1
  mkdir -p "$probe"
  cat >"$probe/probe.csproj" <<END
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageDownload Include="$1" Version="[$2]" /></ItemGroup>
</Project>
END
  RestoreAdditionalProjectSources= dotnet restore "$probe" --packages "$probe/packages" >"$probe/log" 2>&1 && return 0
  grep -q 'NU110[123]' "$probe/log" && return 1
  cat "$probe/log" >&2
  echo "eng/feed: the package sources could not be asked for $1 $2" >&2
  exit 1
}

pack_refit() {
  dotnet pack "$here/Refit" -c Release -o "$work/out" -p:Version="$refit_version" -p:StandInHash="$refit_hash" -v q -nologo
}

pack_assets() {
  local wwwroot=$here/BlazorAssets/wwwroot/_framework
  rm -rf "$wwwroot" && mkdir -p "$wwwroot"
  dotnet build "$here/BlazorAssets/Scripts" -c Release -p:FrameworkVersion="$assets_from" -v q -nologo
  dotnet "$root/artifacts/bin/Scripts/release/Scripts.dll" "$packages/microsoft.aspnetcore.app.runtime.linux-x64/$assets_from" "$wwwroot"
  test -s "$wwwroot/blazor.web.js"
  dotnet pack "$here/BlazorAssets" -c Release -o "$work/out" -p:PackageId="$assets" -p:Version="$assets_version" \
    -p:StandInHash="$assets_hash" -p:FrameworkVersion="$assets_from" -v q -nologo
}

settle() { # id version hash pack
  local made=real
  if restores "$1" "$2"; then
    rm -f "$feed/$1".*.nupkg
    echo "eng/feed: $1 $2 restores, no stand-in needed"
  else
    "$4" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
    mkdir -p "$feed"
    rm -f "$feed/$1".*.nupkg
    mv "$work/out/$1.$2.nupkg" "$feed/"
    made=$3
    echo "eng/feed: $1 $2 is not in the configured sources, stand-in packed"
  fi
  drop_stale "$1" "$2" "$made"
  echo "$1 $2 $made" >>"$work/stamp"
}

printf '%s\n%s\n' "$asked" "$packages" >"$work/stamp"
assets_version=$(assets_wanted)
settle "$refit" "$refit_version" "$refit_hash" pack_refit
settle "$assets" "$assets_version" "$assets_hash" pack_assets
rmdir "$feed" 2>/dev/null || true # both real: no feed at all
mv "$work/stamp" "$stamp"
