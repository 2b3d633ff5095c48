internal import AcquisLedger
internal import EventLog
internal import Events
internal import HTTP
internal import TransparencyLog

/// The log for auditors at `/log/` (C2SP tlog-tiles): the last checkpoint that was signed, and the tiles.
///
/// Entries are pseudonymous data, and hashes of lines that can be guessed can be tried: all of it is for who
/// may read the ledger, but for the checkpoint where the server was told so.
struct LogTiles {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// - Parameter segments: of the path after `/log/`.
  /// - Throws: ``ProblemDetails``, 404 for what the log does not have; the log's failures.
  func response(to segments: [String]) throws -> HTTPResponse {
    if segments == ["checkpoint"] { return try checkpoint() }
    guard let tile = Tile(path: segments.joined(separator: "/")) else {
      throw ProblemDetails.notFound("not the path of a tile")
    }
    let log = try ledger.log()
    let size = UInt64(try log.head().last.number)
    guard tile.isHeld(bySize: size), let bytes = try log.bytes(of: tile, inSize: size) else {
      throw ProblemDetails.notFound("the log has no such tile, or not yet")
    }
    return HTTPResponse(
      status: 200,
      headers: [
        HTTPHeader("Content-Type", "application/octet-stream"),
        // A tile never changes.
        HTTPHeader("Cache-Control", "private, max-age=31536000, immutable"),
      ], body: bytes)
  }

  private func checkpoint() throws -> HTTPResponse {
    guard let note = try SignedCheckpoints.lastNote(beside: ledger.file) else {
      throw ProblemDetails.notFound(
        "no checkpoint was signed yet: `acquis audit checkpoint` signs one")
    }
    return HTTPResponse(
      status: 200,
      headers: [
        HTTPHeader("Content-Type", "text/plain; charset=utf-8"),
        HTTPHeader("Cache-Control", "no-cache"),
      ], body: note.bytes)
  }
}
