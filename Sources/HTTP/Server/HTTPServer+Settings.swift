extension HTTPServer {
  /// Where a server listens, and its bounds.
  public struct Settings: Hashable, Sendable {
    /// IPv4 or IPv6 in numbers; `0.0.0.0` or `::` for all of the machine's.
    public var address = "127.0.0.1"
    /// 0 for any that is free; ``HTTPServer/port`` is then the one chosen.
    public var port: UInt16 = 0
    /// Threads that run the handler.
    public var workers = 8
    /// Requests that may wait for a worker; more are answered by 503.
    public var largestQueue = 256
    /// Bytes of a request's body; more are answered by 413.
    public var largestBody = 8 * 1024 * 1024
    /// Bytes of the bodies that are being received or handled, together; more are answered by 503.
    public var largestBodies = 256 * 1024 * 1024
    /// Bytes of the request line and the headers together; more are answered by 431.
    public var largestHead = 32 * 1024
    /// From the moment a request is expected, at a connection's start and after an answer, until all
    /// of it has arrived, whatever still trickles in. Who had begun to ask is answered by 408, and
    /// the connection is closed, at the latest a sixteenth of the time later.
    public var deadline = Duration.seconds(30)
    /// Bytes a second in which a client must take an answer, ``deadline`` added; the connection is
    /// then closed.
    public var slowestReading = 16 * 1024
    /// Connections open at once; more wait until one is closed. See ``openFiles``.
    public var largestConnections = 12_000

    public init() {}

    /// The open files that a server of these settings needs, with some for the program; for
    /// ``OpenFiles/raise(to:)``.
    public var openFiles: Int { largestConnections + Keeper.largestLingering + 256 }
  }
}
