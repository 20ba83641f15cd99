# Completes herogi in bash: source <(herogi completion bash)
_herogi() {
  local IFS=$'\n'
  local word=${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=($(compgen -W "$(herogi "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "$word"))
  # A folder gets its slash and no blank behind it.
  compopt -o filenames 2>/dev/null
}
complete -F _herogi herogi
