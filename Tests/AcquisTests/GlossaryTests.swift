import AcquisLedger
import Events
import Projections
import Testing

@testable import acquis

/// One word for one thing, in every sentence that the program can show.
struct GlossaryTests {
  /// A thing that sentences speak of, and its word.
  struct Concept: CustomTestStringConvertible {
    let name: String
    /// The word that is used.
    let word: String
    /// Words that are not used for it; one that ends with `*` counts with every ending.
    let unused: [String]
    /// Phrases in which an unused word means something else.
    var right: [String] = []

    var testDescription: String { name }
  }

  private static let french = [
    Concept(name: "held", word: "acquis", unused: ["détenu*", "détien*", "détenir", "possèd*"]),
    Concept(name: "appeal", word: "recours", unused: ["appel", "appels"]),
    Concept(
      name: "revoked", word: "révoqué", unused: ["retiré", "retirée", "retirés", "retirées"],
      right: ["convocation retirée"]),
    Concept(
      name: "jury convened", word: "constitué", unused: ["jury convoqué", "jury convoquer"]),
    Concept(name: "summoned", word: "convoqué", unused: ["convié*", "invité*"]),
    Concept(name: "upheld", word: "maintenue", unused: ["confirmée"]),
    Concept(
      name: "overturned", word: "annulée sur recours", unused: ["tombé*", "tomber", "tombe"]),
    Concept(name: "session called off", word: "décommandée", unused: ["session annulée"]),
    Concept(
      name: "end of a registration", word: "échéance",
      unused: ["renouvelé", "renouvelée", "renouvellement*"]),
    Concept(name: "certificate", word: "certificat", unused: ["parchemin*", "diplôme*"]),
    Concept(name: "source of a rule", word: "règle interne", unused: ["règle de la maison"]),
    Concept(name: "window", word: "délai", unused: ["fenêtre*"]),
    Concept(
      name: "hash", word: "empreinte",
      unused: ["hash*", "haché*", "rehach*", "digest*", "condensat*"]),
    Concept(
      name: "sealed", word: "scellé",
      unused: ["chiffré", "chiffrée", "chiffrés", "chiffrées", "crypté*"]),
    Concept(
      name: "ledger", word: "registre", unused: ["ledger*", "grand livre"],
      right: ["ledger, prefix", "ledger : le registre", "ledger=NOM"]),
    Concept(name: "entry", word: "entrée", unused: ["écriture*", "saisie", "saisies"]),
    Concept(
      name: "recorded", word: "enregistré",
      unused: ["consigné*", "inscrit que", "y inscrit", "inscrite au rncp"]),
    Concept(name: "framework", word: "référentiel", unused: ["framework*"]),
    Concept(name: "waiver", word: "dérogation", unused: ["exception*", "exemption*"]),
    Concept(
      name: "status", word: "état", unused: ["statut", "statuts"],
      right: ["statut d’élève ou d’étudiant"]),
    Concept(name: "annulled", word: "annulé", unused: ["neutralis*", "passe outre"]),
    Concept(name: "awarded", word: "délivrée", unused: ["prononcer", "prononcé*", "octroy*"]),
    Concept(name: "erasure", word: "effacement", unused: ["suppression*", "supprim*"]),
    Concept(
      name: "checkpoint", word: "point de contrôle", unused: ["checkpoint*"],
      right: ["--against CHECKPOINT"]),
    Concept(name: "master key", word: "clé maîtresse", unused: ["clé principale", "clé maître"]),
    Concept(name: "backup", word: "sauvegarde", unused: ["backup*"]),
    Concept(
      name: "id", word: "identifiant", unused: ["id", "ids"],
      right: ["nom+id+base64", "candidacy:ID"]),
    Concept(name: "number", word: "n°", unused: ["nº"]),
    Concept(name: "token", word: "jeton", unused: ["token*"]),
  ]

  private static let english = [
    Concept(name: "reported", word: "reports", unused: ["told", "tells", "tell"]),
    Concept(name: "in force", word: "in force", unused: ["stands", "fallen"]),
    Concept(name: "recorded", word: "recorded", unused: ["brought in", "taken in", "came in"]),
    Concept(name: "is", word: "is on", unused: ["lies", "lie", "befell"]),
    Concept(name: "responsible", word: "responsible", unused: ["stand for"]),
    Concept(name: "house rule", word: "rules", unused: ["rule of the house"]),
    Concept(name: "still", word: "still", unused: ["all the same"]),
  ]

  /// Where sentences are. The catalogue's French is that of the certifications' own documents.
  static let folders = [
    "Events", "Projections", "Sources/Access", "Sources/AcquisLedger", "Sources/acquis",
    "Sources/Benchmarks",
    "Sources/Documents",
    "Sources/EventLog", "Sources/Files", "Sources/SQLiteLog", "Sources/TransparencyLog",
    "Sources/Rules", "Sources/SheetImport", "Sources/StateFlow", "Sources/Vault",
  ]

  /// Read once for all tests.
  private static let sources = Result { try SourceTexts(in: folders) }
  private static let frenchSentences = sources.map { $0.french.map(Sentence.init) }
  private static let englishSentences = sources.map { $0.english.map(Sentence.init) }

  /// French words that are no part of a ``Text``: months, the terms of `help vocabulary`, a list of characters.
  private static let alone = [
    "février", "août", "décembre", "délai", "recevabilité",
    // The characters of Windows-1252 beyond Latin-1.
    "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ",
  ]

  @Test(arguments: french)
  func `a thing has one word in every French sentence`(concept: Concept) throws {
    check(concept, in: try Self.frenchSentences.get())
  }

  @Test(arguments: english)
  func `a thing has one plain word in every English sentence`(concept: Concept) throws {
    check(concept, in: try Self.englishSentences.get())
  }

  private func check(_ concept: Concept, in sentences: [Sentence]) {
    #expect(
      sentences.contains { $0.text.lowercased().contains(concept.word) }, "no longer used")
    for sentence in sentences {
      for unused in concept.unused where sentence.without(concept.right).has(unused) {
        Issue.record("\(concept.name) is \(concept.word), not \(unused): \(sentence.text)")
      }
    }
  }

  /// A sentence, and its words without what it quotes of the command line.
  struct Sentence {
    let text: String
    private let words: [String]

    init(_ text: String) {
      self.text = text
      let spoken = text.split(separator: "`", omittingEmptySubsequences: false)
        .enumerated().filter { $0.offset.isMultiple(of: 2) }.flatMap { part in
          part.element.split(separator: " ").filter { word in
            !["--", "$", "."].contains { word.hasPrefix($0) }
          }
        }
      words = spoken.flatMap { word in
        word.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      }
    }

    /// The sentence without phrases in which a word is right.
    func without(_ phrases: [String]) -> Sentence {
      let found = phrases.filter { text.contains($0) }
      return found.isEmpty ? self : Sentence(found.reduce(text) { $0.replacing($1, with: "|") })
    }

    /// Whether a word, or several in a row, are in it; one that ends with `*` counts with every ending.
    func has(_ unused: String) -> Bool {
      let wanted = unused.split(separator: " ").map(String.init)
      guard words.count >= wanted.count else { return false }
      return (0...(words.count - wanted.count)).contains { start in
        zip(words[start...], wanted).allSatisfy { word, wanted in
          wanted.hasSuffix("*") ? word.hasPrefix(wanted.dropLast()) : word == wanted
        }
      }
    }
  }

  @Test func `every French sentence of the sources is the argument of a Text`() throws {
    let texts = try Self.sources.get()
    let known = Set(Self.alone)
    for literal in texts.others where literal.count > 1 && !known.contains(literal) {
      #expect(!literal.contains { "àâçéèêëîïôùûœ".contains($0) }, "\(literal)")
    }
    #expect(texts.french.count > 600)
  }

  @Test func `a sentence in pieces is read as one, with what its interpolations say`() {
    let texts = SourceTexts(
      source: #"""
        // Text("commentaire", "comment")
        let note = Text(
          "un \(isNew ? "nouveau" : "ancien (\(count))") "
            + "registre", count == 1 ? "a ledger" : "ledgers")
        let multi = Text(
          """
          l’un \
          et l’autre
          """, "both")
        let place = Text(verbatim: "data"), name = "seul"
        """#)
    #expect(
      texts.french.map { $0.split { $0.isWhitespace }.joined(separator: " ") } == [
        "un … registre", "nouveau", "ancien (…)", "l’un et l’autre",
      ])
    #expect(texts.english == ["a ledger", "ledgers", "both"])
    #expect(texts.others == ["data", "seul"])
  }

  @Test func `a word that is not used is found whatever its ending, and nowhere else`() {
    func has(_ sentence: String, _ word: String, right: [String] = []) -> Bool {
      Sentence(sentence).without(right).has(word)
    }
    #expect(has("un bloc Détenus ici", "détenu*"))
    #expect(has("le jury convoqué", "jury convoqué"))
    #expect(!has("rappel", "appel"))
    #expect(!has("voyez `acquis backup`", "backup*"))
    #expect(!has("statut d’élève", "statut", right: ["statut d’élève"]))
    #expect(has("statut d’élève ; statut", "statut", right: ["statut d’élève"]))
  }

  @Test func `a jury is constitué, a candidate is convoqué, and a decision is révoquée`() {
    #expect(JuryStatus.convened.text.french == "constitué")
    #expect(JuryCandidacy.Outcome.summoned.text.french == "candidat convoqué")
    #expect(BlockStatus.revoked.text.french == "révoqué")
    #expect(CandidacyStatus.revoked.text.french == "certification révoquée")
    #expect(BlockDecision.Fate.revoked.text.french == "décision révoquée")
    #expect(BlockDecision.Fate.fallen.text.french == "décision annulée sur recours")
    #expect(JuryCandidacy.Outcome.withdrawn.text.french == "convocation retirée")
    #expect(BlockDecision.Fate.upheld.text.french == "décision maintenue sur recours")
  }
}
