internal import CMicrohttpd
internal import Glibc

/// What wakes a thread that waits in `poll` (`eventfd`).
final class Bell: Sendable {
  let number: Int32

  init() throws(HTTPFailure) {
    number = acquis_eventfd()
    guard number >= 0 else { throw .last }
  }

  deinit { close(number) }

  /// Makes the number readable until ``clear()``.
  func ring() {
    var count: UInt64 = 1
    _ = unsafe write(number, &count, MemoryLayout<UInt64>.size)
  }

  func clear() {
    var count: UInt64 = 0
    _ = unsafe read(number, &count, MemoryLayout<UInt64>.size)
  }
}
