import Events
import StateFlow
import Testing

/// What an answer holds, however it is written.
struct FlowAnswerReadingTests {
  static let first = "0197aaaa-0000-7000-8000-000000000001"
  static let second = "0197aaaa-0000-7000-8000-000000000002"
  static let third = "0197aaaa-0000-7000-8000-000000000003"

  /// An answer with everything that the published facts name.
  static let whole = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <rapport xmlns:ns2="urn:cdc:cpf:pc5:rapport:schema">
        <nomFichier>flux.xml</nomFichier>
        <idFlux>FLUX-ESSAI</idFlux>
        <idTraitement>51354</idTraitement>
        <PassagesKO>
            <passage>
                <idTechnique>\(first)</idTechnique>
                <messageErreur>Aucun titulaire ne correspond aux critères obligatoires</messageErreur>
            </passage>
            <passage>
                <idTechnique>\(second)</idTechnique>
                <messageErreur>Le passage certification avec le bcr émetteur 00XXX000 et l'id technique partenaire \(second) existe déjà en base</messageErreur>
            </passage>
        </PassagesKO>
        <PassagesOK>
            <idTechnique>\(third)</idTechnique>
        </PassagesOK>
    </rapport>
    """

  private func read(_ text: String) throws -> FlowAnswer {
    try FlowAnswer(reading: Array(text.utf8))
  }

  /// An answer with these children beside its ids.
  private func report(_ children: String) throws -> FlowAnswer {
    try read(
      "<rapport><idFlux>F</idFlux><idTraitement>1</idTraitement>\(children)</rapport>")
  }

  @Test func `the form that the published facts describe is read`() throws {
    let answer = try read(Self.whole)
    #expect(answer.flow.text == "FLUX-ESSAI")
    #expect(answer.treatment == "51354")
    #expect(answer.passages.map(\.id) == [Self.first, Self.second, Self.third])
    #expect(answer.passages.map(\.outcome) == [.rejected, .acceptedBefore, .accepted])
    #expect(answer.passages.map(\.line) == [8, 12, 17])
    let messages = answer.passages.map { $0.message?.text }
    #expect(messages == ["Aucun titulaire ne correspond aux critères obligatoires", nil, nil])
  }

  @Test func `the order of the children means nothing`() throws {
    let answer = try read(
      """
      <rapport><PassagesOK><idTechnique>\(Self.third)</idTechnique></PassagesOK>
      <PassagesKO><passage><messageErreur>Refus d’essai</messageErreur>
      <idTechnique>\(Self.first)</idTechnique></passage></PassagesKO>
      <idTraitement>7</idTraitement><idFlux>F</idFlux></rapport>
      """)
    #expect(answer.passages.map(\.outcome) == [.accepted, .rejected])
    #expect(answer.passages.last?.message?.text == "Refus d’essai")
  }

  @Test func `other prefixes, attributes and unknown elements are passed over`() throws {
    let answer = try read(
      """
      <r:rapport xmlns:r='urn:cdc:cpf:pc5:rapport:schema' xmlns='urn:autre' version="2"><horodatage>2026-03-02</horodatage>
      <r:idFlux type="x">F</r:idFlux><idTraitement>1</idTraitement>
      <detail><idFlux>AUTRE</idFlux><PassagesOK><idTechnique>\(Self.second)</idTechnique></PassagesOK></detail>
      <PassagesOK lot="1"><idTechnique rang="1">\(Self.third)</idTechnique><nombre>1</nombre></PassagesOK>
      <PassagesKO><passage><code>12</code><idTechnique>\(Self.first)</idTechnique><detail><idTechnique>\(Self.second)</idTechnique></detail></passage></PassagesKO>
      </r:rapport>
      """)
    #expect(answer.flow.text == "F")
    #expect(answer.passages.map(\.id) == [Self.third, Self.first])
    #expect(answer.passages.last?.message == nil)
  }

  @Test func `comments, sections of characters, entities and white space change nothing`() throws {
    let answer = try read(
      """
      <!-- avant --><rapport><idFlux>
        F<!-- dedans -->LUX </idFlux><idTraitement>\t1 </idTraitement><?lu oui?>
      <PassagesKO><passage><idTechnique> \(Self.first)
      </idTechnique><messageErreur>
        <![CDATA[Nom <non> reconnu]]> &amp;
        refus&#233;  </messageErreur></passage></PassagesKO></rapport><!-- après -->
      """)
    #expect(answer.flow.text == "FLUX")
    #expect(answer.treatment == "1")
    #expect(answer.passages.first?.id == Self.first)
    #expect(answer.passages.first?.message?.text == "Nom <non> reconnu & refusé")
  }

  @Test func `a byte-order mark and other encodings are read`() throws {
    let plain = Self.whole
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let wide = plain.replacing("UTF-8", with: "UTF-16").utf16
    let latin = plain.replacing("UTF-8", with: "ISO-8859-1").unicodeScalars
    let forms: [[UInt8]] = [
      mark + Array(plain.utf8),
      [0xff, 0xfe] + wide.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] },
      [0xfe, 0xff] + wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] },
      latin.map { UInt8($0.value) },
      Array(plain.replacing("\n", with: "\r\n").utf8),
    ]
    let wanted = try read(plain)
    for bytes in forms { #expect(try FlowAnswer(reading: bytes) == wanted) }
  }

  @Test func `parts without passages, absent or there several times are read`() throws {
    #expect(try report("").passages.isEmpty)
    #expect(try report("<PassagesKO/><PassagesOK></PassagesOK>").passages.isEmpty)
    let several = try report(
      """
      <PassagesOK><idTechnique>\(Self.first)</idTechnique></PassagesOK><PassagesKO/>
      <PassagesOK><idTechnique>\(Self.second)</idTechnique></PassagesOK>
      """)
    #expect(several.passages.map(\.outcome) == [.accepted, .accepted])
  }

  @Test func `a passage that is there twice with one outcome is there once`() throws {
    let answer = try report(
      """
      <PassagesOK><idTechnique>\(Self.first)</idTechnique>
      <idTechnique>\(Self.first.uppercased())</idTechnique></PassagesOK>
      <PassagesKO><passage><idTechnique>\(Self.first)</idTechnique>
      <messageErreur>existe déjà en base</messageErreur></passage></PassagesKO>
      """)
    #expect(answer.passages.map(\.line) == [1])
  }

  @Test(arguments: [
    "Le passage certification avec le bcr émetteur X et l'id technique partenaire Y existe déjà en base",
    "EXISTE DEJA EN BASE", "… existe   de\u{301}ja\u{300}\n en base.", "existe\u{A0}déjà en base",
  ]) func `a passage that is in the base already was accepted`(message: String) throws {
    let answer = try report(
      "<PassagesKO><passage><idTechnique>x</idTechnique><messageErreur>\(message)</messageErreur></passage></PassagesKO>"
    )
    #expect(answer.passages.map(\.outcome) == [.acceptedBefore])
    #expect(answer.passages.map(\.message) == [nil])
  }

  @Test(arguments: [
    "Aucun titulaire ne correspond aux critères obligatoires",
    "Aucun titulaire ne correspond aux critères obligatoires enrichis du jour et du mois de naissance",
    "Aucun titulaire ne correspond aux critères de réconciliation",
    "Plusieurs titulaires ont été identifiés", "Le titulaire n’existe pas en base", "déjà", "",
    "Un titulaire existe déjà en base avec un autre NIR", "Le titulaire existe déjà en base",
    "Le passage n’existe pas encore ; un dossier existe déjà en base : rejet",
    "Le passage certification existe déjà en base pour un autre titulaire",
  ]) func `every other message is a rejection`(message: String) throws {
    let answer = try report(
      "<PassagesKO><passage><idTechnique>x</idTechnique><messageErreur>\(message)</messageErreur></passage></PassagesKO>"
    )
    #expect(answer.passages.map(\.outcome) == [.rejected])
    #expect(answer.passages.map(\.message?.text) == [message.isEmpty ? nil : message])
  }

  @Test func `each of several messages is judged for itself, whatever their order`() throws {
    func passage(_ messages: [String]) throws -> AnsweredPassage? {
      let text = messages.map { "<messageErreur>\($0)</messageErreur>" }.joined()
      return try report(
        "<PassagesKO><passage><idTechnique>x</idTechnique>\(text)</passage></PassagesKO>"
      ).passages.first
    }
    let (there, refused) = ("Le passage existe déjà en base", "Le titulaire est inconnu")
    for messages in [[there, refused], [refused, there], [refused, "existe déjà en base"]] {
      #expect(try passage(messages)?.outcome == .acceptedBefore)
    }
    let both = try passage([refused, "", "Refus d’essai"])
    #expect(both?.outcome == .rejected)
    #expect(both?.message?.text == "Le titulaire est inconnu Refus d’essai")
    // What two messages say together is no message.
    #expect(try passage(["Le passage existe", "déjà en base"])?.outcome == .rejected)
  }

  @Test func `a message is cut at the limit of a free text`() throws {
    func message(_ count: Int) throws -> String? {
      let text = String(repeating: "é", count: count)
      return try report(
        "<PassagesKO><passage><idTechnique>x</idTechnique><messageErreur>\(text)</messageErreur></passage></PassagesKO>"
      ).passages.first?.message?.text
    }
    #expect(try message(2_000) == String(repeating: "é", count: 2_000))
    #expect(try message(2_001) == String(repeating: "é", count: 1_999) + "…")
    #expect(try message(100_000)?.count == 2_000)
  }

  @Test func `what is no id of an entry is kept as it is, and shown only if it may be an id`()
    throws
  {
    let answer = try report(
      "<PassagesOK><idTechnique>X-12</idTechnique><idTechnique>Essai Untel</idTechnique></PassagesOK>"
    )
    #expect(answer.passages.map(\.award) == [nil, nil])
    #expect(answer.passages.map(\.shownID) == ["X-12", nil])
  }
}
