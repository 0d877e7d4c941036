#compdef lull journal streak review
# zsh completion for lull: written by `lull completion zsh`; the answers come from lull itself.
_lull() {
  local program=${(Q)words[1]} line
  local -a answers described bare
  program=${program/#\~\//$HOME/}
  [[ ${program:t} == lull ]] || program=lull
  answers=("${(@f)$($program completion zsh -- "${(@Q)words[1,CURRENT]}" 2>/dev/null)}")
  for line in $answers; do
    case $line in
      $'\tfiles') _files; return ;;
      $'\tfolders') _files -/; return ;;
      *$'\t'*) described+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
      ?*) bare+=("$line") ;;
    esac
  done
  (( $#described )) && _describe -V lull described
  (( $#bare )) && compadd -V lull -a bare
  return 0
}
if [[ ${funcstack[1]} == _lull ]]; then
  _lull "$@"
else
  compdef _lull lull journal streak review
fi
