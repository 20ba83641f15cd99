#compdef herogi
# Completes herogi in zsh: herogi completion zsh > a folder of $fpath/_herogi, or source <(herogi completion zsh)
_herogi() {
  local -a found
  local line="${(j: :)${(@)words[1,CURRENT]}}"
  found=("${(@f)$(herogi "[suggest:${#line}]" "$line" 2>/dev/null)}")
  found=(${found:#})
  # Folders end with their slash, and nothing behind it.
  compadd -S '' -- ${(M)found:#*/}
  compadd -- ${found:#*/}
}
if [ "$funcstack[1]" = "_herogi" ]; then
  _herogi "$@"
else
  compdef _herogi herogi
fi
