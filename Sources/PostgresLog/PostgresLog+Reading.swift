public import Cryptography
public import EventLog
public import Events
internal import PostgreSQL
internal import Synchronization
public import TransparencyLog

extension PostgresLog {
  public func read(_ query: EventQuery, _ body: (StoredEvent) throws -> Void) throws {
    try capturingError(body) { body in
      let isDelivered = Mutex(false)
      try withSession(isRepeatable: { !isDelivered.withLock { $0 } }) {
        (session) throws(LogFailure) in
        try session.each(query) { event in
          isDelivered.withLock { $0 = true }
          return body(event) != nil
        }
      }
    }
  }

  public func anotherReader() throws(LogFailure) -> (any EventLog)? {
    guard !isDraft.withLock({ $0 }) else { return nil }
    return try connectedAgain(for: .readOnly)
  }

  /// From one event in so many, as positions have no gap.
  ///
  /// Cost: some 60 look-ups for each stretch, and a row for each day that is met.
  public func daysInFoldOrder(every count: Int) throws(LogFailure) -> [CalendarDate] {
    let step = Int64(max(1, count / 64))
    return try withSession { (session) throws(LogFailure) in
      let rows = try session.rows(
        """
        SELECT occurred_on, count(*) FROM event
        WHERE position = ANY (ARRAY(SELECT generate_series(1, $1, $2)))
        GROUP BY occurred_on ORDER BY occurred_on
        """, [.integer(session.tail.last.number), .integer(step)])
      var (days, events): ([CalendarDate], Int64) = ([], 0)
      for row in 0..<rows.count {
        if events * step >= Int64(max(1, count)) {
          // A number that is no day ends the list: the reading of its stretch tells the defect.
          guard let day = rows.day(row, 0) else { break }
          days.append(day)
          events = 0
        }
        events += rows.integer(row, 1)
      }
      return days
    }
  }

  public func replicaState() throws(LogFailure) -> ReplicaState? {
    try withSession { (session) throws(LogFailure) in
      guard session.isReplica else { return nil }
      try session.refresh()
      let found = try session.rows(
        """
        SELECT extract(epoch FROM
            now() - coalesce(pg_last_xact_replay_timestamp(), pg_postmaster_start_time()))::bigint,
          coalesce(pg_last_wal_receive_lsn() - pg_last_wal_replay_lsn(), 0)::bigint
        """)
      return ReplicaState(
        last: session.tail.last, seconds: found.isNull(0, 0) ? nil : Int(found.integer(0, 0)),
        waiting: max(0, Int(found.integer(0, 1))))
    }
  }

  /// Woken by the server's notification of an append; looks every 200 ms on a replica, which gets none, and until an
  /// append that had begun before has ended.
  public func waitForEvent(
    after last: Position, milliseconds: Int
  ) throws(LogFailure) -> Bool {
    try withSession { (session) throws(LogFailure) in
      var left = milliseconds
      while true {
        // Before the end is read: what is appended after that is notified.
        if !session.isReplica { try session.follow() }
        try session.refresh()
        if session.tail.last > last { return true }
        guard left > 0 else { return false }
        let part = session.following == .notified ? left : min(left, 200)
        _ = try asking { () throws(PostgresFailure) in
          try session.connection.waitForNotification(milliseconds: part)
        }
        left -= part
      }
    }
  }

  public func position(of id: EventID) throws(LogFailure) -> Position? {
    try withSession { (session) throws(LogFailure) in
      try session.refresh()
      let found = try session.rows("SELECT position FROM event WHERE id = $1", [.bytes(id.bytes)])
      return found.count == 1 ? Position(found.integer(0, 0)) : nil
    }
  }

  public func positions(of ids: [EventID]) throws(LogFailure) -> [EventID: Position] {
    if ids.isEmpty { return [:] }
    return try withSession { (session) throws(LogFailure) in
      try session.refresh()
      let found = try session.rows(
        "SELECT position, id FROM event WHERE id = ANY ($1)", [.byteStrings(ids.map(\.bytes))])
      var positions: [EventID: Position] = [:]
      for row in 0..<found.count {
        if let id = unsafe EventID(found.bytes(row, 1)) {
          positions[id] = Position(found.integer(row, 0))
        }
      }
      return positions
    }
  }

  public func head() throws(LogFailure) -> LogHead {
    try withSession { (session) throws(LogFailure) in
      try session.refresh()
      return try session.head()
    }
  }

  public func node(_ address: NodeAddress) throws(LogFailure) -> Digest {
    try withSession { (session) throws(LogFailure) in try session.node(address) }
  }

  /// Cost: an index look-up, and a comparison of each number with characters beyond ASCII.
  public func certificates(
    like number: CertificateNumber
  ) throws(LogFailure) -> [CertificateNumber]? {
    let folded = number.caseFolded
    return try withSession { (session) throws(LogFailure) in
      let rows = try session.rows(
        """
        SELECT name FROM subject
        WHERE \(PostgresSchema.isCertificate)
          AND (lower(name COLLATE "C") = $1 OR name ~ '[^ -~]')
        """, [.text("certificate:" + String(decoding: folded, as: UTF8.self))])
      var found: [CertificateNumber] = []
      for row in 0..<rows.count {
        guard case .certificate(let like)? = try? Subject(rows.text(row, 0)),
          like.caseFolded == folded, !found.contains(like)
        else { continue }
        found.append(like)
      }
      return found
    }
  }
}
