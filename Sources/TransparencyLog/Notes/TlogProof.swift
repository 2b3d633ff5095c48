public import Cryptography

/// A file that proves offline, given a log's public key, that an entry is in the log (C2SP
/// tlog-proof, version 1; by convention `*.tlog-proof`).
///
/// It contains the entry's index, the hashes of its inclusion proof and a signed checkpoint.
/// Parsing proves nothing: call ``verify(leaf:origin:keys:_:)``.
public struct TlogProof: Equatable, Sendable {
  /// The longest proof that is parsed or created, in bytes.
  public static var maximumLength: Int { 2 << 20 }
  /// The largest number of hashes: that of a tree of 2^64 - 1 leaves.
  public static var maximumHashes: Int { 64 }

  private static let header = "c2sp.org/tlog-proof@v1"

  /// Of the entry, from 0.
  public let index: UInt64
  /// The hashes of the siblings on the path from the leaf to the root.
  public let path: [Digest]
  /// The log's checkpoint with all its signatures, unverified.
  public let checkpoint: SignedNote
  /// Data added by an application, empty for none. Not covered by any signature.
  public let unverifiedExtra: [UInt8]

  /// - Throws: ``TlogProofFailure/tooManyHashes(limit:)``, ``TlogProofFailure/tooLong(limit:)``,
  ///   and ``TlogProofFailure/checkpoint(_:)`` for a note whose text is not a checkpoint.
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

  /// Parses a proof; ``bytes`` then returns the same bytes. Verifies nothing.
  ///
  /// - Throws: ``TlogProofFailure`` for a malformed proof.
  public init(parsing bytes: [UInt8]) throws(TlogProofFailure) {
    guard bytes.count <= Self.maximumLength else { throw .tooLong(limit: Self.maximumLength) }
    var lines = LineReader(bytes)
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

  /// The proof in its text format, for storage and transmission.
  public var bytes: [UInt8] {
    let extra = unverifiedExtra.isEmpty ? [] : ["extra \(Base64.encode(unverifiedExtra))"]
    let hashes = path.map { Base64.encode($0.bytes) }
    let lines = [Self.header] + extra + ["index \(index)"] + hashes + [""]
    return lines.flatMap { Array($0.utf8) + [newline] } + checkpoint.bytes
  }
}

/// The rest of a line after a prefix; nil if the line does not begin with it.
private func value(of word: String, _ line: ArraySlice<UInt8>) -> String? {
  guard line.starts(with: word.utf8) else { return nil }
  return String(decoding: line.dropFirst(word.utf8.count), as: UTF8.self)
}
