# Completes herogi in fish: herogi completion fish > ~/.config/fish/completions/herogi.fish
function __herogi_complete
    set -l line (commandline -cp | string collect)
    herogi "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end
complete -c herogi -f -a '(__herogi_complete)'
