internal import Events

/// `help completions SHELL`: a script that completes commands, options, types, fields and the ledger's ids.
///
/// Each script calls the program with the words typed so far (``CompletionCall``).
enum CompletionScript: String, CaseIterable {
  case bash, zsh, fish

  /// - Parameter name: nil: bash.
  /// - Throws: ``Failure/usage(_:)`` for another shell.
  init(named name: String?) throws(Failure) {
    guard let name else {
      self = .bash
      return
    }
    guard let script = Self(rawValue: name) else {
      throw .usage(
        Text(
          "help completions : bash, zsh ou fish est attendu",
          "help completions: expected bash, zsh or fish"))
    }
    self = script
  }

  var lines: [String] {
    let text =
      switch self {
      case .bash: Self.bashText
      case .zsh: Self.zshText
      case .fish: Self.fishText
      }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// bash parts words at `=` and `:` too: those that touch are joined again for the call, and what precedes
  /// the last part is taken off the answers.
  private static let bashText = #"""
    # acquis help completions bash > /etc/bash_completion.d/acquis
    _acquis() {
      local line="${COMP_LINE:0:COMP_POINT}" typed=() cut="" word index last
      for ((index = 0; index <= COMP_CWORD; index++)); do
        word="${COMP_WORDS[index]}"
        if [[ $index -eq 0 || $line == [[:space:]]* ]]; then
          line="${line#"${line%%[![:space:]]*}"}"
          cut=""
          typed+=("")
        else
          cut="${typed[${#typed[@]} - 1]}"
        fi
        [[ $index -eq $COMP_CWORD ]] && word="$line"
        line="${line#"$word"}"
        last=$((${#typed[@]} - 1))
        typed[last]+="${word//[\"\'\\]/}"
        [[ $word == [=:]* ]] && cut="${typed[last]}"
      done
      COMPREPLY=()
      while IFS= read -r word; do
        COMPREPLY+=("${word#"$cut"}")
      done < <("${typed[0]/#\~/$HOME}" help completions --words "${typed[@]:1}" 2>/dev/null)
      if [[ ${#COMPREPLY[@]} -gt 0 && ${COMPREPLY[0]} == *[=:] ]]; then
        compopt -o nospace 2>/dev/null
      fi
      return 0
    }
    complete -o default -F _acquis acquis
    """#

  private static let zshText = #"""
    #compdef acquis
    # acquis help completions zsh > "${fpath[1]}/_acquis"
    _acquis() {
      local -a found open
      found=("${(@f)$("${words[1]/#\~/$HOME}" help completions --words \
        "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
      found=("${(@)found:#}")
      open=("${(@M)found:#*[=:]}")
      found=("${(@)found:#*[=:]}")
      (( $#open )) && compadd -S '' -- "${open[@]}"
      (( $#found )) && compadd -- "${found[@]}"
      (( $#open + $#found )) || _files
    }
    if [[ ${funcstack[1]} == _acquis ]]; then
      _acquis "$@"
    else
      compdef _acquis acquis
    fi
    """#

  private static let fishText = #"""
    # acquis help completions fish > ~/.config/fish/completions/acquis.fish
    function __acquis_words
      set -l typed (commandline -opc)
      set -l current (commandline -ct)
      set -l found ($typed[1] help completions --words $typed[2..-1] "$current" 2>/dev/null)
      if test (count $found) -gt 0
        printf '%s\n' $found
      else
        __fish_complete_path "$current"
      end
    end
    complete -c acquis -f -a '(__acquis_words)'
    """#
}
