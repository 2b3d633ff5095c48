internal import CPostgres
internal import Glibc

extension PostgresConnection {
  /// Waits until another connection notifies a channel that this one listens to.
  ///
  /// - Parameter milliseconds: how long to wait at most.
  /// - Returns: whether a notification came.
  public func waitForNotification(milliseconds: Int) throws(PostgresFailure) -> Bool {
    var deadline = milliseconds
    while true {
      guard unsafe PQconsumeInput(connection) == 1, isOpen else {
        throw unsafe PostgresFailure(of: connection)
      }
      var isNotified = false
      while let notification = unsafe PQnotifies(connection) {
        unsafe PQfreemem(notification)
        isNotified = true
      }
      if isNotified { return true }
      guard deadline > 0 else { return false }
      var socket = unsafe pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
      if unsafe poll(&socket, 1, Int32(clamping: deadline)) == 0 { deadline = 0 }
    }
  }
}
