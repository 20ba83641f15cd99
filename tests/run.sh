#!/usr/bin/env bash
# Builds everything once and runs every test project.
# The last line is 'N passed, N failed' (', N skipped' where tests were skipped); the exit code is 0 only if
# something ran and nothing failed. Works from any folder, without a terminal and without input.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
exec </dev/null

configuration=${CONFIGURATION:-Debug}
artifacts=$root/artifacts
results=$artifacts/tests
tools=$artifacts/tools
wanted_node=20
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

fail() {
  printf '%s\n' "$@" >&2
  echo "0 passed, 1 failed"
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# ---- what is missing

node_is_new_enough() {
  has node || return 1
  local version
  version=$(node --version 2>/dev/null) || return 1
  version=${version#v}
  [ "${version%%.*}" -ge "$wanted_node" ] 2>/dev/null
}

apt_install() {
  [ "$(id -u)" -eq 0 ] && has apt-get || return 1
  echo "installing $*"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } \
    >"$artifacts/apt.log" 2>&1 || { tail -n 20 "$artifacts/apt.log" >&2; return 1; }
}

# Distributions may carry an older Node; its npm fetches the wanted one, as the npm package that holds the binary.
node_from_npm() {
  local system machine package
  case $(uname -s) in Linux) system=linux ;; Darwin) system=darwin ;; *) return 1 ;; esac
  case $(uname -m) in x86_64 | amd64) machine=x64 ;; aarch64 | arm64) machine=arm64 ;; *) return 1 ;; esac
  package=node-$system-$machine
  PATH=$tools/node_modules/$package/bin:$PATH
  node_is_new_enough && return 0
  has npm || return 1
  echo "installing Node.js $wanted_node into artifacts/tools"
  npm install --prefix "$tools" --no-save --ignore-scripts --no-audit --no-fund --loglevel=error \
    "$package@$wanted_node" >"$artifacts/npm.log" 2>&1 || { tail -n 20 "$artifacts/npm.log" >&2; return 1; }
  hash -r
  node_is_new_enough
}

ensure_dotnet() {
  if ! has dotnet && [ -x "$HOME/.dotnet/dotnet" ]; then
    PATH=$HOME/.dotnet:$PATH
    export DOTNET_ROOT=$HOME/.dotnet
  fi
  local found
  found=$(dotnet --version 2>&1) || fail \
    "the .NET SDK 10 is needed (global.json says which); found: ${found:-none}" \
    "install it from the .NET download page, or on Debian and Ubuntu as the package 'dotnet-sdk-10.0'"
}

ensure_time_zones() {
  [ -e /usr/share/zoneinfo/Europe/Berlin ] || [ "$(uname -s)" != Linux ] || apt_install tzdata || fail \
    "time zone data are needed: on Debian and Ubuntu 'apt-get install tzdata'"
}

ensure_node() {
  if ! has npm; then
    apt_install nodejs npm || true
  fi
  { has npm && node_is_new_enough; } || { node_from_npm && has npm; } || fail \
    "Node.js $wanted_node or newer with npm is needed: HubSpot's own client and Mermaid are witnesses in the tests" \
    "install both from the Node.js download page; on Debian and Ubuntu 'apt-get install nodejs npm' will do:" \
    "where that is an older Node.js, this script fetches a newer one with it"
}

# What compiles to native code is linked by one of these.
ensure_linker() {
  has clang || has gcc || apt_install clang zlib1g-dev || fail \
    "a linker is needed: on Debian and Ubuntu 'apt-get install clang zlib1g-dev'"
}

ensure_graphviz() {
  has dot || apt_install graphviz || fail \
    "Graphviz is needed: it is a witness that it reads what 'herogi graph --format dot' writes" \
    "install it from its download page; on Debian and Ubuntu 'apt-get install graphviz' will do"
}

# ---- tests

count() { # count LOG NAME: the runner's own figure of that name
  sed -n "s/^ .*Total: .*\b$2: \([0-9][0-9]*\).*/\1/p" "$1" | tail -n 1
}

passed=0 failed=0 skipped=0
declare -a broken=()

run_project() {
  local project=$1 name assembly log status total errors failures left_out
  name=$(basename "$project" .csproj)
  assembly=$root/$(dirname "$project")/bin/$configuration/net10.0/$name.dll
  log=$results/$name.log
  (cd "$(dirname "$project")" && dotnet "$assembly" -noColor -noLogo -noAutoReporters) >"$log" 2>&1
  status=$?
  total=$(sed -n 's/^ .*Total: \([0-9][0-9]*\).*/\1/p' "$log" | tail -n 1)
  if [ -z "$total" ]; then
    echo "$name: ended with $status before it gave its figures"
    tail -n 40 "$log"
    failed=$((failed + 1))
    broken+=("$name")
    return
  fi

  errors=$(count "$log" Errors) failures=$(count "$log" Failed) left_out=$(count "$log" Skipped)
  failures=$((${failures:-0} + ${errors:-0})) left_out=${left_out:-0}
  # A run that ends badly though every figure is good (a crash at its end) is no success.
  [ "$status" -eq 0 ] || [ "$failures" -gt 0 ] || failures=1
  passed=$((passed + total - ${failures:-0} - left_out))
  failed=$((failed + failures))
  skipped=$((skipped + left_out))
  echo "$name: $((total - failures - left_out)) passed, $failures failed, $left_out skipped"
  if [ "$failures" -gt 0 ]; then
    broken+=("$name")
    grep -vE '^  (Discover|Starting|Finished)|^ +at (System\.|InvokeStub)' "$log"
  fi
}

mkdir -p "$results" "$tools"
rm -f "$results"/*.log
ensure_dotnet
ensure_time_zones
ensure_node
ensure_linker
ensure_graphviz
export PATH

echo "building"
if ! dotnet build HerogiDsl.sln --configuration "$configuration" --nologo --verbosity quiet \
  -consoleLoggerParameters:NoSummary >"$artifacts/build.log" 2>&1; then
  sort -u "$artifacts/build.log" | grep -E '(error|warning) ' || cat "$artifacts/build.log"
  fail "the build failed"
fi

while IFS= read -r project; do
  run_project "$project"
done < <(grep -lr --include='*.csproj' '<IsTestProject>true' tests samples | sort)

if [ ${#broken[@]} -gt 0 ]; then
  echo "failures in: ${broken[*]} (their logs are in artifacts/tests)"
elif [ "$passed" -eq 0 ]; then
  echo "no test ran"
fi
summary="$passed passed, $failed failed"
[ "$skipped" -eq 0 ] || summary="$summary, $skipped skipped"
echo "$summary"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
