# fish completion for lull: written by `lull completion fish`; the answers come from lull itself.
function __lull_answers
    set -l typed (commandline -opc) (commandline -ct)
    set -l program lull
    if string match -qr '(^|/)lull$' -- $typed[1]
        set program (string replace -r '^~/' "$HOME/" -- $typed[1])
    end
    for line in ($program completion fish -- $typed 2>/dev/null)
        switch $line
            case \tfiles
                __fish_complete_path (commandline -ct)
            case \tfolders
                __fish_complete_directories (commandline -ct)
            case '*'
                printf '%s\n' $line
        end
    end
end
for name in lull journal streak review
    complete -c $name -f -k -a '(__lull_answers)'
end
