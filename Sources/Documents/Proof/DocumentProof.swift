internal import AcquisLedger
public import Cryptography
public import EventLog
public import Events
public import TransparencyLog

/// The proof of a document: the entries that it rests on, and that they are in a state of the log.
///
/// ``part`` is what a machine reads of it: the same bytes are embedded in the HTML, attached to the PDF and
/// checked by `Tests/Auditor/auditor.py`.
public struct DocumentProof: Sendable {
  /// An entry of the log with its inclusion proof.
  public struct Entry: Hashable, Sendable {
    /// What is shown of an entry.
    public enum Content: Hashable, Sendable {
      /// Its canonical bytes, in which texts about persons are sealed.
      case bytes([UInt8])
      /// Its leaf hash alone: the entry names a person, or the pathway that no document states.
      case leaf(Digest)
    }

    public let position: Position
    public let content: Content
    public let proof: InclusionProof
  }

  public let statement: LogStatement
  /// In order of position, each once; empty for a document of tables.
  public let entries: [Entry]
  /// The SHA-256 of a document's tables; nil for a document that rests on entries.
  public let tables: Digest?
  /// The machine-readable part: JSON in ASCII, without white space, members sorted by name at every level,
  /// every other character escaped (`\u00e9`), so that it survives a change of encoding.
  public let part: [UInt8]
  /// The SHA-256 of ``part``.
  public let digest: Digest

  /// Reads the entries and proves them; every proof is verified before it is given.
  ///
  /// Cost: a reading and O(log n) nodes an entry.
  ///
  /// - Throws: ``ProofFailure`` where an entry is not in the state, or the log's nodes do not lead to its
  ///   root; the log's failures.
  public init(
    of grounds: Document.Grounds, in log: some EventLog, at statement: LogStatement
  ) throws {
    self.statement = statement
    switch grounds {
    case .entries(let positions):
      entries = try Set(positions).sorted().map {
        try Entry(at: $0, in: log, statement)
      }
      tables = nil
    case .tables(let digest):
      entries = []
      tables = digest
    }
    part = Self.ascii(Self.json(statement, entries, tables).canonicalBytes)
    digest = try SHA256().digest(of: part)
  }

  /// The text of the QR code: the three lines that a checkpoint signs (origin, size, root in Base64), then
  /// `sha256-` and the Base64 of ``digest``. The origin is `-` if no key is known.
  public var codeText: String {
    """
    \(statement.origin ?? "-")
    \(statement.size)
    \(statement.root.base64)
    \(digestText)
    """
  }

  /// ``digest`` as it is printed.
  public var digestText: String { "sha256-" + digest.base64 }

  /// The name of the file that holds ``part`` in a PDF.
  public static let fileName = "preuve.json"

  private static func json(
    _ statement: LogStatement, _ entries: [Entry], _ tables: Digest?
  ) -> JSONValue {
    let about = tables == nil ? aboutEntries : aboutTables
    let members = [
      JSONMember("about", ["en": .string(about.english), "fr": .string(about.french)]),
      JSONMember("form", 1),
      JSONMember("entries", .list(entries.map(\.json))),
      JSONMember("key", statement.key.map { .string($0.text) } ?? .null),
      JSONMember(
        "note", statement.note.map { .string(String(decoding: $0.bytes, as: UTF8.self)) } ?? .null),
      JSONMember("origin", statement.origin.map { .string($0) } ?? .null),
      JSONMember("root", .string(statement.root.base64)),
      JSONMember("size", .integer(Int(statement.size))),
    ]
    return .object(
      members + (tables.map { [JSONMember("tables", .string("sha256-" + $0.base64))] } ?? []))
  }

  private static let aboutEntries = Text(
    "Cette partie désigne une candidature (ou plusieurs) par son identifiant, et aucune personne. "
      + "Elle prouve que ces entrées sont dans le registre signé. Elle ne prouve ni que ce qu’elles "
      + "disent est vrai, ni que le document dit la même chose, et ne dit rien des entrées suivantes.",
    "This part names a candidacy (or several) by its id, and no person. It proves that these entries are "
      + "in the signed log. It proves neither that what they say is true, nor that the document says the "
      + "same, and says nothing of later entries.")

  private static let aboutTables = Text(
    "Cette partie ne désigne aucune candidature ni aucune personne. Elle donne l’état signé du registre "
      + "et l’empreinte des tableaux du document. Elle ne prouve ni que ce qui est enregistré est vrai, "
      + "ni que les tableaux le disent, et ne dit rien des entrées suivantes.",
    "This part names no candidacy and no person. It gives the signed state of the log and the hash of the "
      + "document’s tables. It proves neither that what is recorded is true, nor that the tables say it, "
      + "and says nothing of later entries.")

  /// JSON with every character outside ASCII, and U+007F, written as an escape.
  private static func ascii(_ json: [UInt8]) -> [UInt8] {
    var ascii: [UInt8] = []
    for unit in String(decoding: json, as: UTF8.self).utf16 {
      if unit < 0x7f {
        ascii.append(UInt8(unit))
      } else {
        let digits = String(unit, radix: 16)
        ascii += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      }
    }
    return ascii
  }
}

extension DocumentProof.Entry {
  fileprivate init(
    at position: Position, in log: some EventLog, _ statement: LogStatement
  ) throws {
    let hash = try TreeHash()
    let read = try log.read(at: position) { stored in
      (
        isHashAlone: try stored.envelope().event.fact.isShownByHash,
        bytes: unsafe Array(stored.bytes),
        leaf: unsafe try hash.leaf(stored.bytes)
      )
    }
    guard let read, position.number > 0, UInt64(position.number) <= statement.size else {
      throw ProofFailure.noSuchLeaf(index: UInt64(position.number), size: statement.size)
    }
    self.position = position
    content = read.isHashAlone ? .leaf(read.leaf) : .bytes(read.bytes)
    proof = try log.inclusionProof(of: UInt64(position.number) - 1, in: statement.size)
    try proof.verify(leaf: read.leaf, root: statement.root, hash)
  }

  fileprivate var json: JSONValue {
    let shown =
      switch content {
      case .bytes(let bytes): JSONMember("entry", .string(String(decoding: bytes, as: UTF8.self)))
      case .leaf(let leaf): JSONMember("leaf", .string(leaf.base64))
      }
    return .object([
      shown, JSONMember("index", .integer(Int(proof.index))),
      JSONMember("position", .integer(Int(position.number))),
      JSONMember("proof", .list(proof.path.map { .string($0.base64) })),
    ])
  }
}

extension Fact {
  /// Whether a document shows its hash alone: it names a person, by an identity or an id, or it is about the
  /// pathway, which no diploma states.
  fileprivate var isShownByHash: Bool {
    type == .pathwayChanged
      || subjects.contains { if case .candidate = $0 { true } else { false } }
  }
}
