import Events
import Testing

@Suite struct `A text in two languages` {
  @Test(arguments: [
    ("clé : valeur", "clé\u{A0}: valeur"),
    ("fait ; rien à faire", "fait\u{202F}; rien à faire"),
    ("vraiment ?", "vraiment\u{202F}?"),
    ("oui !", "oui\u{202F}!"),
    ("« bloc » et « délai »", "«\u{A0}bloc\u{A0}» et «\u{A0}délai\u{A0}»"),
    ("71 % des candidats", "71\u{A0}% des candidats"),
    ("(« a » ; b : c)", "(«\u{A0}a\u{A0}»\u{202F}; b\u{A0}: c)"),
    ("motif :", "motif\u{A0}:"),
    ("motif :\nautre", "motif\u{A0}:\nautre"),
    (" : « fin »", "\u{A0}: «\u{A0}fin\u{A0}»"),
  ])
  func `in French, the space beside a mark does not break a line`(
    written: String, shown: String
  ) {
    #expect(Text(written, "").text(in: .french) == shown)
    #expect(Text(shown, "").text(in: .french) == shown)
  }

  @Test(arguments: [
    "", "rien à changer", "un mot, et un autre.", "D-2021-004", "10000 et 123456", "à 10:30",
    "faites `acquis record note=\"a : b ; c\"`", "`a : b`", "colonne   : valeur", "rapport 3 :4",
    "voyez a :b", "déjà\u{A0}: bon",
  ])
  func `in French, other spaces stay as they are`(written: String) {
    #expect(Text(written, "").text(in: .french) == written)
  }

  @Test func `a command between backticks stays as it is typed, and what is around it does not`() {
    #expect(
      Text("à faire : `x : y` ; ensuite : `z ; t`", "").text(in: .french)
        == "à faire\u{A0}: `x : y`\u{202F}; ensuite\u{A0}: `z ; t`")
  }

  @Test func `a code or a command, the same in every language, stays as it is`() {
    let command = "acquis record note='a : b' ; echo"
    #expect(Text(verbatim: command).text(in: .french) == command)
  }

  @Test func `an English text keeps its spaces`() {
    #expect(Text("a : b", "a : b ; 71 %").text(in: .english) == "a : b ; 71 %")
  }

  @Test func `a part keeps plain spaces until the whole is shown`() {
    let whole = Text("position 3", "position 3").then(Text("refusé", "refused")).at("f.jsonl")
    #expect(whole.french == "f.jsonl : position 3 ; refusé")
    #expect(whole.text(in: .french) == "f.jsonl\u{A0}: position 3\u{202F}; refusé")
  }

  @Test(arguments: [
    (0, "0 bloc", "0 blocks"), (1, "1 bloc", "1 block"), (2, "2 blocs", "2 blocks"),
    (4_000, "4000 blocs", "4000 blocks"),
  ])
  func `zero and one take the singular in French, one alone in English`(
    number: Int, french: String, english: String
  ) {
    #expect(Text.count(number, .block) == Text(french, english))
    #expect(Text.count(Int64(number), .block) == Text(french, english))
  }

  @Test func `zero can have words of its own`() {
    let none = Text("aucune candidature", "no candidacy")
    #expect(Text.count(0, .candidacy, none: none) == none)
    #expect(Text.count(1, .candidacy, none: none) == Text("1 candidature", "1 candidacy"))
  }

  @Test(arguments: [
    ("2021-06-17", "17 juin 2021"), ("2020-03-01", "1er mars 2020"),
    ("2026-12-31", "31 décembre 2026"),
  ])
  func `a day is in words in French and as recorded in English`(day: String, words: String) throws {
    #expect(try CalendarDate(day).text == Text(words, day))
  }

  @Test func `a subject is in words in French and as written in English`() throws {
    let subject = try Subject("candidacy:D-2021-004")
    #expect(subject.text == Text("candidature D-2021-004", "candidacy:D-2021-004"))
  }
}
