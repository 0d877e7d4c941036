# bash completion for lull: written by `lull completion bash`; the answers come from lull itself.
_lull() {
  local program=${COMP_WORDS[0]} answers line shown
  program=${program/#\~\//$HOME/}
  case ${program##*/} in lull) ;; *) program=lull ;; esac
  local current=${COMP_WORDS[COMP_CWORD]}
  [[ $current == = ]] && current=
  COMPREPLY=()
  answers=$("$program" completion bash -- "${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null)
  while IFS= read -r line; do
    case $line in
      '') ;;
      $'\tfiles')
        compopt -o filenames
        while IFS= read -r line; do [[ -n $line ]] && COMPREPLY+=("$line"); done <<<"$(compgen -f -- "$current")" ;;
      $'\tfolders')
        compopt -o filenames
        while IFS= read -r line; do [[ -n $line ]] && COMPREPLY+=("$line"); done <<<"$(compgen -d -- "$current")" ;;
      *) COMPREPLY+=("$line") ;;
    esac
  done <<<"$answers"
  # Meanings are shown only in a list: what is put into the line must be the word alone.
  local count=${#COMPREPLY[@]} i
  for ((i = 0; i < count; i++)); do
    line=${COMPREPLY[i]}
    if [[ $line == *$'\t'* ]]; then
      if ((count > 1 && COMP_TYPE != 37 && COMP_TYPE != 42)); then
        printf -v shown '%-18s (%s)' "${line%%$'\t'*}" "${line#*$'\t'}"
        COMPREPLY[i]=${shown:0:${COLUMNS:-80}-2}
      else
        COMPREPLY[i]=${line%%$'\t'*}
      fi
    fi
  done
}
complete -o nosort -F _lull lull journal streak review
