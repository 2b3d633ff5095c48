import AcquisLedger
import Cryptography
import EventLog
import Events
import Glibc
import TestSupport
import Testing
import TransparencyLog

@testable import Documents

@Suite struct DocumentProofTests {
  let demonstration = try? DemonstrationLedger()

  private func made() throws -> DemonstrationLedger { try #require(demonstration) }

  @Test func `the part alone proves its entries, by the key that it names`() throws {
    let ledger = try made().ledger
    let proof = try ProofSource(ledger).proof(of: DemonstrationLedger.document([9, 3, 9, 40]))
    let part = try JSONValue(parsing: proof.part)
    let key = try VerifierKey(parsing: try #require(part["key"]?.text))
    #expect(try ledger.verifierKeys().keys == [key])
    let note = try SignedNote(parsing: Array(try #require(part["note"]?.text).utf8))
    let checkpoint = try Checkpoint(parsing: note.verified(by: [key]).text)
    #expect(
      part["origin"]?.text == checkpoint.origin && part["root"]?.text == checkpoint.root.base64)
    guard case .list(let entries)? = part["entries"] else { throw ProofFailure.otherRoot }
    #expect(entries.map { $0["position"] } == [3, 9, 40])
    let log = try ledger.log()
    for entry in entries {
      guard case .integer(let index)? = entry["index"], case .list(let path)? = entry["proof"]
      else {
        throw ProofFailure.otherRoot
      }
      let bytes: [UInt8]
      if let text = entry["entry"]?.text {
        bytes = Array(text.utf8)
      } else {
        bytes = try #require(try log.read(at: Position(Int64(index + 1))) { Array($0.bytes) })
      }
      let leaf = try bytes.withUnsafeBytes { try TreeHash().leaf($0) }
      let hashes = try path.map {
        try #require(Base64.decode($0.text ?? "").flatMap { Digest($0) })
      }
      let inclusion = InclusionProof(index: UInt64(index), size: checkpoint.size, path: hashes)
      try inclusion.verify(leaf: leaf, root: checkpoint.root, TreeHash())
    }
  }

  @Test func `of an entry that names a person the part has the leaf hash alone`() throws {
    let made = try made()
    let identity = try #require(try made.position(of: .candidateRegistered))
    let enrolment = try #require(try made.position(of: .candidateEnrolled))
    let decision = try #require(try made.position(of: .blockValidated))
    let proof = try ProofSource(made.ledger).proof(
      of: DemonstrationLedger.document([identity.number, enrolment.number, decision.number]))
    let text = String(decoding: proof.part, as: UTF8.self)
    #expect(!text.contains("CandidateRegistered") && !text.contains("sealed\\\":1"))
    #expect(!text.contains("CandidateEnrolled") && text.contains("BlockValidated"))
    let shown = Dictionary(uniqueKeysWithValues: proof.entries.map { ($0.position, $0.content) })
    guard case .leaf? = shown[identity], case .leaf? = shown[enrolment],
      case .bytes? = shown[decision]
    else {
      Issue.record("\(shown)")
      return
    }
  }

  @Test func `the part begins by saying that it names no person, and is ASCII`() throws {
    let proof = try ProofSource(made().ledger).proof(of: DemonstrationLedger.document([1]))
    let text = String(decoding: proof.part, as: UTF8.self)
    #expect(
      text.hasPrefix(
        #"{"about":{"en":"This part names a candidacy (or several) by its id, and no person."#))
    #expect(proof.part.allSatisfy { 0x20..<0x7f ~= $0 })
    #expect(
      try JSONValue(parsing: proof.part)["about"]?["fr"]?.text?.contains("ni que ce qu’elles")
        == true)
  }

  @Test func `the page holds the part, its hash and a code, and is well formed`() throws {
    let source = try ProofSource(made().ledger)
    let document = DemonstrationLedger.document(
      [1, 2, 3, 7], in: Languages(.french, and: .english))
    let proof = try source.proof(of: document)
    let page = document.html(proof: try proof.html(in: document.languages))
    #expect(page.contains("les entrées 1–3, 7 d’un registre"))
    #expect(page.contains("<span id=\"empreinte\">sha256-\(proof.digest.base64)</span>"))
    let part = HTML.escaped(String(decoding: proof.part, as: UTF8.self))
    #expect(page.contains("<pre id=\"preuve\" hidden=\"hidden\">\(part)</pre>"))
    #expect(proof.codeText.split(separator: "\n").count == 4)
    #expect(!page.contains("http:") && !page.contains("https:"))
  }

  @Test func `a folder of documents is proved against one state, signed once`() throws {
    let made = try made()
    let source = try ProofSource(made.ledger)
    let first = try source.proof(of: DemonstrationLedger.document([2]))
    try made.grow()
    let second = try source.proof(of: DemonstrationLedger.document([4]))
    #expect(first.statement.note == second.statement.note && first.statement.note != nil)
    #expect(try made.ledger.signedCheckpoints().notes.count == 1)
  }

  @Test func `the note of the state asked for is used where there is one`() throws {
    let made = try made()
    let old = try made.ledger.log().head().last
    let note = try made.ledger.sign()
    try made.grow()
    let before = try ProofSource(made.ledger, known: old)
    #expect(try before.proof(of: DemonstrationLedger.document([2])).statement.note == note)
    let present = try ProofSource(made.ledger, known: Position(old.number - 1))
    let proof = try present.proof(of: DemonstrationLedger.document([2]))
    #expect(proof.statement.size == UInt64(old.number) + 1 && proof.statement.note != nil)
  }

  @Test func `without the key a stored note that covers the entries is used, else none`() throws {
    let made = try made()
    let signed = UInt64(try made.ledger.log().head().last.number)
    let note = try made.ledger.sign()
    try made.grow()
    unlink(made.place.path + ".signing")
    let source = try ProofSource(made.ledger)
    let older = try source.proof(of: DemonstrationLedger.document([2, 5]))
    #expect(older.statement.note == note && older.statement.size == signed)
    let newest = DemonstrationLedger.document([2, Int64(signed) + 1])
    let proof = try source.proof(of: newest)
    #expect(proof.statement.note == nil && proof.statement.size == signed + 1)
    #expect(proof.statement.key != nil)
    #expect(try JSONValue(parsing: proof.part)["note"] == .null)
    #expect(try proof.html(in: newest.languages).source.contains("n’est pas signé"))
  }

  @Test func `tables have their hash, and no entry`() throws {
    let digest = try SHA256().digest(of: [1])
    let document = Document(
      title: Text("Rapport", "Report"), in: Languages(.english), grounds: .tables(digest)
    ) { HTML("h1", text: "x") }
    let proof = try ProofSource(made().ledger).proof(of: document)
    let part = try JSONValue(parsing: proof.part)
    #expect(part["tables"]?.text == "sha256-\(digest.base64)" && part["entries"] == .list([]))
    #expect(
      part["about"]?["en"]?.text?.hasPrefix("This part names no candidacy and no person.") == true)
    #expect(try proof.html(in: document.languages).source.contains("sha256-\(digest.base64)"))
  }

  @Test func `an entry that the state does not have is not proved`() throws {
    let source = try ProofSource(made().ledger)
    for position: Int64 in [0, 10_000] {
      #expect(throws: ProofFailure.self) {
        try source.proof(of: DemonstrationLedger.document([2, position]))
      }
    }
  }

  @Test func `neighbours are drawn together`() {
    #expect(DocumentProof.ranges([1, 2, 3, 7, 9, 10]) == ["1–3", "7", "9–10"])
    #expect(DocumentProof.ranges([]) == [])
  }
}
