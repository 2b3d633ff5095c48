import Spelling
import Testing

struct FoldedNameTests {
  private func finds(_ query: String, in name: String) -> Bool {
    FoldedName(name).contains(FoldedName(query))
  }

  @Test(arguments: [
    ("LÉVÊQUE", "leveque"), ("Le\u{301}ve\u{302}que", "leveque"), ("Lebœuf", "leboeuf"),
    ("Nguyễn", "nguyen"), ("Søren", "soren"), ("Łukasz", "lukasz"), ("Yılmaz", "yilmaz"),
    ("İpek", "ipek"), ("Weiß", "weiss"), ("WEISS", "weiss"), ("Đặng", "dang"), ("Ægir", "aegir"),
    ("Þór", "thor"), ("Guðrún", "gudrun"), ("Ħal", "hal"), ("ﬁlle", "fille"),
    ("\u{FF21}nna", "anna"), ("Ștefan", "stefan"), ("Ŝan\u{AD}Jo", "sanjo"),
  ])
  func `marks, case and letters of other languages are folded`(name: String, folded: String) {
    #expect(FoldedName(name).words == [folded])
  }

  @Test(arguments: ["'", "’", "‘", "ʼ", "`", "´", "′", "＇", "ʻ"])
  func `every apostrophe is one`(mark: String) {
    #expect(FoldedName("N\(mark)Diaye").words == ["n", "diaye"])
  }

  @Test(arguments: ["-", "‐", "‑", "–", "—", "−", " ", "\u{A0}", "\u{202F}", "\u{2009}", "\t"])
  func `every hyphen and every blank is one`(mark: String) {
    #expect(finds("jean luc", in: "Jean\(mark)Luc"))
    #expect(finds("Jean\(mark)Luc", in: "Jean-Luc"))
  }

  @Test func `words are found in any order`() {
    for query in ["marie dupont", "dupont marie", "DUPONT, Marie", "dup mar", "pont"] {
      #expect(finds(query, in: "Dupont Marie"), "\(query)")
    }
    for query in ["marie durand", "du pond", "", " ", "-"] {
      #expect(!finds(query, in: "Dupont Marie"), "\(query)")
    }
  }

  @Test func `a short word begins a word, a longer one may be within`() {
    #expect(finds("le goff", in: "Le Goff Yann"))
    #expect(!finds("le goff", in: "Goffin Michèle"))
    #expect(finds("chèle", in: "Goffin Michèle"))
  }

  @Test func `a name in one word is found where it is written in two`() {
    #expect(finds("daubigny", in: "D’Aubigny"))
    #expect(finds("leblanc", in: "Le Blanc"))
    #expect(FoldedName("Le Blanc").joined == FoldedName("leblanc").joined)
  }

  @Test func `a text of symbols only is found as it is`() {
    #expect(finds("😀", in: "Nom 😀"))
    #expect(!finds("😀", in: "Nom"))
  }

  @Test func `whole words are contained in their order`() {
    let employer = FoldedName("Association Marie-Dupont & fils")
    #expect(employer.contains(words: FoldedName("dupont")))
    #expect(employer.contains(words: FoldedName("MARIE DUPONT")))
    #expect(!employer.contains(words: FoldedName("dupont marie")))
    #expect(!employer.contains(words: FoldedName("dupon")))
    #expect(!employer.contains(words: FoldedName("")))
  }
}
