internal import Files
public import TransparencyLog

/// The checkpoints that a ledger has signed, in the order of their signing.
///
/// They are stored beside the ledger in `<ledger>.signed`, readable by its owner only: the notes one after
/// the other, byte for byte as they were printed, with an empty line between them. The last one is the
/// last signed state. Notes are only added: the file is replaced as a whole by a longer one.
public struct SignedCheckpoints: Sendable {
  /// The notes; nil for a malformed one.
  public private(set) var notes: [SignedNote?]

  /// No checkpoints.
  public init() { notes = [] }

  /// Reads the checkpoints of the ledger at this path; none if there is no file.
  ///
  /// - Throws: ``SigningFailure``.
  public init(beside ledger: String) throws(SigningFailure) {
    try self.init(Self.file(ledger))
  }

  init(_ file: DurableFile) throws(SigningFailure) {
    guard file.exists else {
      notes = []
      return
    }
    let bytes = try mapErrors(.notes) { () throws(FileFailure) in
      try OwnerOnlyFile(file).bytes()
    }
    notes = Self.notes(in: bytes)
  }

  /// Every note beside a ledger, all well formed; none if there is no file. Who else may read the file is
  /// not checked.
  ///
  /// - Throws: ``SigningFailure/malformedNote(number:)`` if the file contains anything else; its other
  ///   failures, a broken link among them.
  static func whole(beside ledger: String) throws(SigningFailure) -> [SignedNote] {
    let file = file(ledger)
    guard file.exists else { return [] }
    let bytes = try mapErrors(.notes) { () throws(FileFailure) in try file.bytes(atMost: limit) }
    if bytes.isEmpty { return [] }
    var whole: [SignedNote] = []
    for note in notes(in: bytes) {
      guard let note else { throw .malformedNote(number: whole.count + 1) }
      whole.append(note)
    }
    return whole
  }

  /// The most bytes that the file may have: about a million notes.
  private static let limit = 1 << 30

  /// The note that the file ends with, as it was handed out: what a server of the log answers for its
  /// checkpoint. nil if there is no file or it is empty. No key is needed, and no signature verified.
  ///
  /// Cost: a reading of the file's end, independent of its length.
  ///
  /// - Throws: ``SigningFailure/notNotes`` if it does not end with a checkpoint; the failures of the file.
  public static func lastNote(beside ledger: String) throws(SigningFailure) -> SignedNote? {
    try lastState(beside: ledger)?.note
  }

  /// The checkpoint in ``lastNote(beside:)``, unverified.
  static func last(beside ledger: String) throws(SigningFailure) -> Checkpoint? {
    try lastState(beside: ledger)?.checkpoint
  }

  private static func lastState(
    beside ledger: String
  ) throws(SigningFailure) -> (note: SignedNote, checkpoint: Checkpoint)? {
    var limit = 1 << 12
    while true {
      let tail = try mapErrors(.notes) { () throws(FileFailure) in
        try file(ledger).tail(atMost: limit)
      }
      guard let tail, !tail.bytes.isEmpty else { return nil }
      let runs = runs(in: tail.bytes)
      // The first run of a part of the file may have lost its beginning.
      if tail.isWhole || runs.count > 2 {
        guard runs.count > 1, tail.bytes.last == newline,
          let note = try? SignedNote(parsing: Array(runs.suffix(2).joined(separator: [newline]))),
          let checkpoint = try? Checkpoint(parsing: note.unverifiedText)
        else { throw .notNotes }
        return (note, checkpoint)
      }
      guard limit < 2 * SignedNote.maximumLength else { throw .notNotes }
      limit *= 4
    }
  }

  static func file(_ ledger: String) -> DurableFile {
    DurableFile(path: ledger + SigningFailure.File.notes.rawValue)
  }

  /// Adds a note, durable on return. The caller holds the lock of the key.
  mutating func append(_ note: SignedNote, to file: DurableFile) throws(SigningFailure) {
    notes.append(note)
    let contents = Self.contents(of: notes.map { $0?.bytes ?? [] })
    try mapErrors(.notes) { () throws(FileFailure) in
      try unsafe contents.span.withUnsafeBytes { (notes) throws(FileFailure) in
        try unsafe file.replace(with: notes)
      }
    }
  }

  /// Creates the file with these notes; the file and its name are durable on return.
  static func create(_ notes: [SignedNote], beside ledger: String) throws(SigningFailure) {
    try mapErrors(.notes) { () throws(FileFailure) in
      try unsafe contents(of: notes.map(\.bytes)).span.withUnsafeBytes {
        (notes) throws(FileFailure) in
        try unsafe file(ledger).createWhole(notes)
      }
    }
  }

  private static func contents(of notes: [[UInt8]]) -> [UInt8] {
    Array(notes.joined(separator: [newline]))
  }

  private static var newline: UInt8 { UInt8(ascii: "\n") }

  /// The notes of a file. Each is two runs of lines, its text and its signatures, each ended by an empty
  /// line.
  private static func notes(in bytes: [UInt8]) -> [SignedNote?] {
    let runs = runs(in: bytes)
    return stride(from: 0, to: runs.count, by: 2).map { index in
      guard index + 1 < runs.count, bytes.last == newline else { return nil }
      return try? SignedNote(parsing: runs[index] + [newline] + runs[index + 1])
    }
  }

  /// The runs of lines between empty ones, without a last line that has no newline.
  private static func runs(in bytes: [UInt8]) -> [[UInt8]] {
    var runs: [[UInt8]] = [[]]
    for line in bytes.split(separator: newline, omittingEmptySubsequences: false).dropLast() {
      if line.isEmpty {
        runs.append([])
      } else {
        runs[runs.count - 1] += line + [newline]
      }
    }
    return runs
  }
}
