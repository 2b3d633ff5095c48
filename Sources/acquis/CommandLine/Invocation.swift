internal import AcquisLedger
internal import Events

/// The arguments and options of a call, checked against the command's declaration.
struct Invocation: Sendable {
  let command: Command
  /// The run's output, with its language.
  let output: Output
  /// What a request's command has instead of options, files and settings; nil on the command line.
  var served: ServedLedger?
  /// By name.
  private var arguments: [String: String] = [:]
  /// By name; an option without a value has an empty text.
  private var options: [String: String] = [:]
  /// Every value of repeatable options, by name.
  private var repeated: [String: [String]] = [:]
  /// The words of the argument that takes all words from its place on.
  private(set) var rest: [String] = []

  /// - Throws: ``Failure/usage(_:)`` for a word that is not declared, missing or given twice.
  init(
    _ command: Command, _ words: ArraySlice<String>, _ output: Output
  ) throws(Failure) {
    self.command = command
    self.output = output
    var positional: [String] = []
    var words = words
    var onlyArguments = false
    while let word = words.popFirst() {
      if word == "-h", !onlyArguments {
        options["help"] = ""
      } else if onlyArguments || !word.hasPrefix("--") {
        positional.append(word)
      } else if word == "--" {
        onlyArguments = true
      } else {
        try take(option: String(word.dropFirst(2)), &words)
      }
    }
    for (index, argument) in command.arguments.enumerated() {
      if index < positional.count {
        arguments[argument.name] = positional[index]
      } else if !argument.isOptional, !has("help") {
        throw .usage(
          Text(
            "\(argument.shown.french) manque : \(command.shownUsage.french)",
            "\(argument.shown.english) is missing: \(command.shownUsage.english)"))
      }
    }
    if command.arguments.last?.isRest == true {
      rest = Array(positional.dropFirst(command.arguments.count - 1))
    } else if positional.count > command.arguments.count {
      throw .usage(
        Text(
          "trop d’arguments : \(command.shownUsage.french)",
          "too many arguments: \(command.shownUsage.english)"))
    }
    try checkInput()
  }

  /// - Throws: ``Failure/usage(_:)`` if two words would read standard input.
  private func checkInput() throws(Failure) {
    let files = command.arguments.filter { $0.input != nil && arguments[$0.name] == "-" }
    let readers =
      files.map(\.name)
      + command.options.filter { $0.input != nil }.flatMap { option in
        let values = option.isRepeatable ? options(option.name) : [options[option.name] ?? ""]
        return values.filter { $0 == "-" }.map { _ in "--\(option.name)" }
      }
    guard readers.count > 1 else { return }
    let shown = readers.map { "\($0) -" }
    throw .usage(
      Text(
        "\(shown.joined(separator: " et ")) : l’entrée standard ne se lit qu’une fois",
        "\(shown.joined(separator: " and ")): standard input is read only once"))
  }

  /// Reads from standard input the text of an option given as `-`.
  ///
  /// - Throws: ``Failure/input(_:)`` naming the option.
  mutating func readTexts() throws(Failure) {
    for option in command.options where option.input == .text && options[option.name] == "-" {
      options[option.name] = try InputFile.text(of: "--\(option.name)")
    }
  }

  private mutating func take(
    option word: String, _ words: inout ArraySlice<String>
  ) throws(Failure) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    guard let option = command.allOptions.first(where: { $0.name == name }) else {
      let near = Nearest.words(to: name, among: command.allOptions.map(\.name))
      let hint =
        near.first.map { Text(" ; vouliez-vous dire --\($0) ?", "; did you mean --\($0)?") }
        ?? Text("", "")
      throw .usage(
        Text(
          "\(command.name) n’a pas d’option --\(Shown.word(name))\(hint.french)",
          "\(command.name) has no option --\(Shown.word(name))\(hint.english)"))
    }
    guard options[name] == nil || option.isRepeatable else {
      throw .usage(Text("--\(name) est donné deux fois", "--\(name) is given twice"))
    }
    if option.value == nil {
      guard parts.count == 1 else {
        throw .usage(Text("--\(name) ne prend pas de valeur", "--\(name) takes no value"))
      }
      options[name] = ""
    } else if parts.count == 2 {
      options[name] = String(parts[1])
    } else if option.isValueOptional {
      let next = words.first.flatMap { option.separateValues.contains($0) ? $0 : nil }
      if next != nil { words.removeFirst() }
      options[name] = next ?? ""
    } else if let value = words.first, !value.hasPrefix("--") {
      options[name] = value
      words.removeFirst()
    } else {
      throw .usage(
        Text(
          "--\(name) exige une valeur : \(option.shown.french)",
          "--\(name) needs a value: \(option.shown.english)"))
    }
    if option.isRepeatable { repeated[name, default: []].append(options[name] ?? "") }
  }

  func has(_ option: String) -> Bool { options[option] != nil }

  /// An option's value; nil without the option, empty for an option that has no value.
  func option(_ name: String) -> String? { options[name] }

  /// Every value of a repeatable option.
  func options(_ name: String) -> [String] { repeated[name, default: []] }

  /// An argument's value; nil if it was left out.
  func argument(_ name: String) -> String? { arguments[name] }

  /// An argument or option read as a value of the vocabulary.
  ///
  /// - Throws: ``Failure/usage(_:)`` naming it.
  func read<Value>(
    _ name: String, _ text: String, _ make: (String) throws(InvalidValue) -> Value
  ) throws(Failure) -> Value {
    do throws(InvalidValue) {
      return try make(text)
    } catch {
      throw .usage(error.text.at(name))
    }
  }

  /// The day of `--on`; without it, today in Paris.
  func day() throws(Failure) -> CalendarDate {
    guard let text = option("on") else { return Ledger.today }
    return try day("--on", text)
  }

  /// A day as a person types it, given as an argument or an option.
  ///
  /// - Throws: ``Failure/usage(_:)`` naming it.
  func day(_ name: String, _ text: String) throws(Failure) -> CalendarDate {
    try Failure.asUsage(CalendarDate.typedForms.at(name)) { () throws(InvalidValue) in
      try CalendarDate(typed: text, today: Ledger.today)
    }
  }

  /// The new entry's id of `--id`; nil without the option.
  ///
  /// - Throws: ``Failure/usage(_:)`` if it is not a UUID that an entry may have.
  func entryID() throws(Failure) -> String? {
    guard let text = option("id") else { return nil }
    _ = try read("--id", text) { (text) throws(InvalidValue) in try EventID(given: text) }
    return text
  }

  /// A whole number given as an option; nil without the option.
  func number(_ name: String) throws(Failure) -> Int? {
    guard let text = option(name) else { return nil }
    guard let number = Int(text), 0...Count.limit ~= number else {
      throw .usage(
        Text(
          "--\(name) : un nombre entier est attendu",
          "--\(name): expected a whole number"))
    }
    return number
  }
}
