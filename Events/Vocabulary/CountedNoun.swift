/// A noun that sentences count, in the singular and in the plural.
public struct CountedNoun: Hashable, Sendable {
  public let one: Text
  public let many: Text

  /// - Parameters:
  ///   - one: the noun, with what agrees with it: `délai ouvert`.
  ///   - many: the same in the plural.
  public init(_ one: Text, _ many: Text) {
    self.one = one
    self.many = many
  }
}

extension CountedNoun {
  public static let block = Self(Text("bloc", "block"), Text("blocs", "blocks"))
  public static let blockHeld = Self(
    Text("bloc acquis", "block held"), Text("blocs acquis", "blocks held"))
  public static let byte = Self(Text("octet", "byte"), Text("octets", "bytes"))
  public static let candidacy = Self(
    Text("candidature", "candidacy"), Text("candidatures", "candidacies"))
  public static let cell = Self(Text("case", "cell"), Text("cases", "cells"))
  public static let certification = Self(
    Text("certification", "certification"), Text("certifications", "certifications"))
  public static let character = Self(
    Text("caractère", "character"), Text("caractères", "characters"))
  public static let checkpoint = Self(
    Text("point de contrôle", "checkpoint"), Text("points de contrôle", "checkpoints"))
  public static let competency = Self(
    Text("compétence", "competency"), Text("compétences", "competencies"))
  public static let day = Self(Text("jour", "day"), Text("jours", "days"))
  public static let entry = Self(Text("entrée", "entry"), Text("entrées", "entries"))
  public static let finding = Self(Text("constat", "finding"), Text("constats", "findings"))
  public static let hash = Self(Text("empreinte", "hash"), Text("empreintes", "hashes"))
  public static let jury = Self(Text("jury", "jury"), Text("jurys", "juries"))
  public static let person = Self(Text("personne", "person"), Text("personnes", "persons"))
  public static let row = Self(Text("ligne", "row"), Text("lignes", "rows"))
  public static let session = Self(Text("session", "session"), Text("sessions", "sessions"))
  public static let unknownWord = Self(
    Text("mot non reconnu", "unknown word"), Text("mots non reconnus", "unknown words"))
  public static let week = Self(Text("semaine", "week"), Text("semaines", "weeks"))
  public static let window = Self(
    Text("délai ouvert", "open window"), Text("délais ouverts", "open windows"))
  public static let year = Self(Text("an", "year"), Text("ans", "years"))
}

extension Text {
  /// A number and its noun: in French the singular for 0 and 1, in English for 1 only.
  ///
  /// ```swift
  /// Text.count(2, .block)  // 2 blocs, 2 blocks
  /// ```
  ///
  /// Every number that a sentence counts something with goes through here.
  ///
  /// - Parameter none: the words for zero (`aucun bloc`); nil: the number 0 and the noun.
  public static func count(
    _ number: some FixedWidthInteger, _ noun: CountedNoun, none: Text? = nil
  ) -> Text {
    count(number, noun.one, noun.many, none: none)
  }

  /// A number and its noun, given in both numbers with what agrees with it.
  public static func count(
    _ number: some FixedWidthInteger, _ one: Text, _ many: Text, none: Text? = nil
  ) -> Text {
    if number == 0, let none { return none }
    return Text(
      "\(number) \(number < 2 ? one.french : many.french)",
      "\(number) \(number == 1 ? one.english : many.english)")
  }
}
