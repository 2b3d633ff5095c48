public import Cryptography

/// A file that proves, with a log's public key and no connection, that an entry is in the log (C2SP
/// tlog-proof, version 1; by custom `*.tlog-proof`).
///
/// It holds the entry's index, the hashes of its inclusion proof and a signed checkpoint. What was
/// read says nothing until ``verify(leaf:origin:keys:_:)`` returns.
public struct TlogProof: Equatable, Sendable {
  /// The bytes of the longest proof that is read or made.
  public static var maximumLength: Int { 2 << 20 }
  /// The most hashes that a proof can have: those of a tree of 2^64 - 1 leaves.
  public static var maximumHashes: Int { 64 }

  private static let header = "c2sp.org/tlog-proof@v1"

  /// The entry, counted from 0.
  public let index: UInt64
  /// The hashes beside the way from the leaf to the root.
  public let path: [Digest]
  /// The log's checkpoint, with all the signatures it came with.
  public let checkpoint: SignedNote
  /// What an application adds, empty for none. No signature covers it.
  public let unverifiedExtra: [UInt8]

  /// - Throws: ``TlogProofFailure/tooManyHashes(limit:)``, ``TlogProofFailure/tooLong(limit:)``, and
  ///   ``TlogProofFailure/checkpoint(_:)`` for a note whose text is no checkpoint.
  public init(
    index: UInt64, path: [Digest], checkpoint: SignedNote, extra: [UInt8] = []
  ) throws(TlogProofFailure) {
    guard path.count <= Self.maximumHashes else {
      throw .tooManyHashes(limit: Self.maximumHashes)
    }
    do throws(CheckpointFailure) { _ = try Checkpoint(parsing: checkpoint.unverifiedText) } catch {
      throw .checkpoint(error)
    }
    self.index = index
    self.path = path
    self.checkpoint = checkpoint
    unverifiedExtra = extra
    guard bytes.count <= Self.maximumLength else { throw .tooLong(limit: Self.maximumLength) }
  }

  /// A proof from its bytes, which ``bytes`` writes again one for one.
  ///
  /// - Throws: ``TlogProofFailure`` for a malformed proof; nothing is verified.
  public init(parsing bytes: [UInt8]) throws(TlogProofFailure) {
    guard bytes.count <= Self.maximumLength else { throw .tooLong(limit: Self.maximumLength) }
    var lines = Lines(bytes)
    guard let header = lines.next(), header.elementsEqual(Self.header.utf8) else {
      throw .unknownForm
    }
    var number = 2
    var line = lines.next()
    var extra: [UInt8] = []
    if let encoded = line.flatMap({ value(of: "extra ", $0) }) {
      guard let bytes = Base64.decode(encoded), !bytes.isEmpty else {
        throw .malformed(line: number)
      }
      extra = bytes
      number += 1
      line = lines.next()
    }
    guard let index = line.flatMap({ value(of: "index ", $0) }).flatMap({ decimal($0.utf8) })
    else { throw .malformed(line: number) }
    var path: [Digest] = []
    number += 1
    line = lines.next()
    while let encoded = line, !encoded.isEmpty {
      guard path.count < Self.maximumHashes else {
        throw .tooManyHashes(limit: Self.maximumHashes)
      }
      let digest = Base64.decode(String(decoding: encoded, as: UTF8.self)).flatMap { Digest($0) }
      guard let digest else { throw .malformed(line: number) }
      path.append(digest)
      number += 1
      line = lines.next()
    }
    guard line != nil else { throw .malformed(line: number) }
    let checkpoint: SignedNote
    do throws(NoteFailure) { checkpoint = try SignedNote(parsing: Array(lines.rest)) } catch {
      throw .checkpoint(.note(error))
    }
    try self.init(index: index, path: path, checkpoint: checkpoint, extra: extra)
  }

  /// The proof as it is stored and sent.
  public var bytes: [UInt8] {
    let extra = unverifiedExtra.isEmpty ? [] : ["extra \(Base64.encode(unverifiedExtra))"]
    let hashes = path.map { Base64.encode($0.bytes) }
    let lines = [Self.header] + extra + ["index \(index)"] + hashes + [""]
    return lines.flatMap { Array($0.utf8) + [newline] } + checkpoint.bytes
  }
}

/// What follows a line's first word; nil where that is another.
private func value(of word: String, _ line: ArraySlice<UInt8>) -> String? {
  guard line.starts(with: word.utf8) else { return nil }
  return String(decoding: line.dropFirst(word.utf8.count), as: UTF8.self)
}
