import AcquisLedger
import Events
import Testing

@testable import acquis

struct HelpTests {
  private static let commands = Acquis.commands.flatMap(\.leaves)

  @Test func `each type of fact is in exactly one group of the help of record`() {
    let listed = RecordTypes.groups.flatMap(\.types)
    #expect(listed.count == EventType.allCases.count)
    #expect(Set(listed) == Set(EventType.allCases))
  }

  @Test func `each command is in exactly one group of the help`() {
    let listed = CommandGroup.all.flatMap(\.commands).map(\.name)
    #expect(listed.sorted() == Acquis.commands.map(\.name).sorted())
  }

  @Test func `each argument and each value of an option has a word in French`() {
    for command in Acquis.commands + Self.commands {
      for argument in command.arguments {
        #expect(Placeholder.text(argument.name, of: nil) != nil, "\(argument.name)")
      }
      for option in command.allOptions {
        guard let value = option.value else { continue }
        #expect(Placeholder.text(value, of: option.name) != nil, "--\(option.name) \(value)")
      }
    }
  }

  @Test func `the English words of the help are those of the declarations`() {
    for command in Self.commands {
      #expect(command.shownUsage.english.hasPrefix("acquis \(command.name)"))
      for argument in command.arguments { #expect(argument.shown.english == argument.name) }
    }
    let record = Command.record.shownUsage
    #expect(record.french.hasPrefix("acquis record [TYPE] [CHAMP=VALEUR] … [--on JOUR]"))
    #expect(record.english.hasPrefix("acquis record [TYPE] [FIELD=VALUE] … [--on DATE]"))
  }

  @Test func `every command has an example that calls it`() {
    for command in Self.commands {
      #expect(command.example.hasPrefix("acquis \(command.name)"), "\(command.name)")
    }
  }

  @Test func `every closed word of a field is explained, and typed as one word of its list alone`()
  {
    for type in EventType.allCases { check(type.fields) }
    #expect(ClosedList.ofFields.count == ClosedList.byKind.count)
    for list in ClosedList.ofFields {
      #expect(Set(list.words.map(\.shown.french)).count == list.words.count)
      for word in list.words {
        #expect(!word.shown.french.contains(" "), "\(word.shown.french)")
        #expect(word.shown.english == word.value)
        #expect(word.explanation.map { !$0.french.isEmpty && !$0.english.isEmpty } ?? false)
      }
    }
  }

  private func check(_ fields: [Field]) {
    for field in fields {
      var form = field.form.clear
      while case .list(let element) = form { form = element.clear }
      if case .word(let kind, let allowed) = form {
        #expect(ClosedList.byKind[kind]?.words.map(\.value) == allowed, "\(kind)")
      }
      check(field.form.parts)
    }
  }

  @Test func `the vocabulary has every closed word in both languages, within the width`() {
    let french = Vocabulary.lines(in: .french, width: 80)
    let english = Vocabulary.lines(in: .english, width: 80)
    for line in french + english { #expect(line.count <= 80, "\(line)") }
    for list in Vocabulary.lists + ClosedList.ofFields {
      #expect(french.contains(list.title.french) && english.contains(list.title.english))
      for word in list.words {
        let shown = french.joined(separator: "\n")
        #expect(shown.contains("  " + word.shown.french), "\(word.shown.french)")
        #expect(english.contains { $0.hasPrefix("  " + word.value) }, "\(word.value)")
      }
    }
  }

  @Test func `a call on several lines keeps what is in quotes, and can be typed as it is`() {
    let call = #"acquis annul 41 --reason "un motif de plusieurs mots" --on 17/06/2026"#
    let words = ShellCall.words(call)
    #expect(words.contains(#""un motif de plusieurs mots""#))
    let lines = ShellCall.lines(words, indent: 2, width: 40)
    #expect(
      lines == [
        #"  acquis annul 41 --reason \"#, #"    "un motif de plusieurs mots" --on \"#,
        "    17/06/2026",
      ])
  }

  @Test func `a row of the help is wrapped beside its name, and a long name stands alone`() {
    var table = HelpTable()
    table.add("a", "one two three four five six seven")
    table.add("a-name-that-is-longer-than-any", "one")
    #expect(
      table.lines(width: 24, column: 4) == [
        "  a     one two three four", "        five six seven",
        "  a-name-that-is-longer-than-any", "        one",
      ])
  }
}
