import AcquisLedger
import Events
import TestSupport
import Testing

@testable import acquis

/// Every French sentence of the sources, read as someone who knows no English and no code reads it.
struct FrenchTests {
  private static let sources = Result {
    try SourceTexts(in: GlossaryTests.folders)
  }

  @Test func `no French sentence has an English word, an encoded word or a field's name`() throws {
    for sentence in try Self.sources.get().french {
      for fault in FrenchFaults.of(sentence) {
        Issue.record("\(fault)")
      }
    }
  }

  /// Nouns that sentences count: their plural after a number is the work of `Text.count`.
  private static let plurals = [
    "ans", "blocs", "candidats", "candidatures", "caractères", "certifications", "chiffres",
    "clés", "compétences", "constats", "copies", "délais", "empreintes", "entrées", "événements",
    "fichiers", "jours", "jurys", "lettres", "lignes", "noms", "octets", "personnes", "points",
    "résultats", "semaines", "signatures", "textes",
  ]

  @Test func `a number has its noun from Text.count, in the singular for 0 and 1`() throws {
    let texts = try Self.sources.get()
    for sentence in texts.french {
      let words = sentence.split { $0 == " " || $0 == "\u{A0}" || $0 == "\n" }
      for (number, noun) in zip(words, words.dropFirst()) where number.hasSuffix("…") {
        let noun = noun.prefix { $0.isLetter }
        #expect(!Self.plurals.contains(String(noun)), "\(sentence)")
      }
      // `bloc…`: a plural made by hand.
      let stems = Self.plurals.map { $0.dropLast() }
      for word in words where word.contains("…") {
        let stem = word.prefix { $0 != "…" }
        #expect(!stems.contains(stem), "\(sentence)")
      }
    }
  }

  @Test func `an entry of the ledger is an entrée, never an événement`() throws {
    for sentence in try Self.sources.get().french {
      #expect(!sentence.lowercased().contains("événement"), "\(sentence)")
    }
  }

  @Test func `no sentence is written with a no-break space where a plain one is enough`() throws {
    for sentence in try Self.sources.get().french where sentence != "…\u{A0}%" {
      #expect(!sentence.contains { $0 == "\u{A0}" || $0 == "\u{202F}" }, "\(sentence)")
    }
  }

  @Test func `every French mark has its space before it, and every guillemet both`() throws {
    for sentence in try Self.sources.get().french {
      let spoken = sentence.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset.isMultiple(of: 2) }.map(\.element)
      for part in spoken {
        let characters = Array(part)
        for (index, mark) in characters.enumerated() where ";?!»".contains(mark) && index > 0 {
          #expect(
            characters[index - 1] == " " || characters[index - 1] == "\n" || mark == "?",
            "\(sentence)")
        }
        for (index, mark) in characters.enumerated() where mark == "«" {
          #expect(index + 1 == characters.count || characters[index + 1] == " ", "\(sentence)")
        }
      }
    }
  }

  @Test func `every kind of id and of word of the vocabulary has its name in French`() {
    for form in EventType.allCases.flatMap(\.columns).flatMap({ Self.forms($0.field.form) }) {
      let error: InvalidValue? =
        switch form {
        case .identifier(let kind, _): .identifier(kind: kind)
        case .word(let kind, let allowed): .word(kind: kind, allowed: allowed)
        default: nil
        }
      guard let error, case .word(let kind, _) = error else {
        if let error { #expect(!error.text.french.contains("("), "\(error)") }
        continue
      }
      let name = error.text.french.prefix { $0 != ":" }.dropLast()
      #expect(name != kind || ["public"].contains(kind), "\(error)")
    }
  }

  private static func forms(_ form: FieldForm) -> [FieldForm] {
    if case .list(let element) = form { return forms(element) }
    if case .object(let fields) = form { return fields.flatMap { forms($0.form) } }
    return [form]
  }

  @Test(arguments: [
    ("attendu : an object", true), ("la voie experience", true), ("le champ birthName", true),
    ("le 2021-06-17", true), ("le 17 juin 2021", false), ("`candidacy=D1` le dit", false),
    ("avec candidacy=D1", false), ("la personne est candidate", false),
    ("une session (JuryHeld)", false), ("voyez `acquis log`", false),
  ])
  func `what is not French is found`(sentence: String, isFault: Bool) {
    #expect(FrenchFaults.of(sentence).isEmpty != isFault)
  }
}

/// English has one plain word too.
struct EnglishTests {
  private static let clumsy = [
    "utilise", "utilize", "in order to", "e.g.", "i.e.", "via ", "whilst", "thereof",
    "herein", "aforementioned", "leverage", "performed", "successfully", "invalid input", "oops",
  ]

  @Test func `no English sentence has a word that is long for nothing`() throws {
    for sentence in try SourceTexts(in: GlossaryTests.folders).english {
      for word in Self.clumsy {
        #expect(!sentence.lowercased().contains(word), "\(word): \(sentence)")
      }
    }
  }
}
