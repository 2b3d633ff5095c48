import EventLog
import EventLogLaws
import Events
import PostgresLog
import ServerTestSupport
import TestSupport
import Testing

/// What somebody with every right on the schema changes by hand is found.
@Suite(TestServer.isNeeded) struct PostgresVerificationTests {
  let schema = TestSchema()

  init() throws {
    let log = try PostgresLog.create(at: schema.address, clock: TestClock().now)
    try log.publish()
    var random = SeededGenerator(seed: 11)
    _ = try log.append((1...70).map { try Sample.random($0, &random) }, unless: nil)
  }

  private func defects() throws -> [LogDefect] {
    try PostgresLog.verify(at: schema.address).defects
  }

  /// Runs statements with the triggers out of the way, then puts them back.
  private func change(_ sql: String, of table: String = "event") throws {
    try schema.run(
      """
      ALTER TABLE \(table) DISABLE TRIGGER ALL; \(sql); ALTER TABLE \(table) ENABLE TRIGGER ALL
      """)
  }

  @Test func `an honest log has no defect, and the roots are its own at every size`() throws {
    let found = try PostgresLog.verify(at: schema.address, rootsAt: [0, 1, 35, 70, 71])
    #expect(found.defects.isEmpty && found.events == 70)
    let log = try PostgresLog(
      opening: schema.address, access: .readOnly, clock: TestClock().now)
    #expect(try found.root == log.head().root)
    #expect(found.roots.keys.sorted() == [0, 1, 35, 70])
  }

  @Test(arguments: [
    "hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1)",
    "bytes = set_byte(bytes, 20, get_byte(bytes, 20) # 1)",
    "id = set_byte(id, 3, get_byte(id, 3) # 1)", "type = type + 1", "schema = schema + 1",
    "occurred_on = occurred_on + 1", "recorded_at = recorded_at + 1",
  ])
  func `a change to any column of a row is found`(_ change: String) throws {
    for position in [1, 33, 70] {
      let schema = self.schema
      try self.change("UPDATE event SET \(change) WHERE position = \(position)")
      #expect(try defects().first?.position == Position(Int64(position)), "\(schema.name)")
      // Back again: for the next position.
      let undone = change.replacing("+ 1", with: "- 1")
      try self.change("UPDATE event SET \(undone) WHERE position = \(position)")
    }
    #expect(try defects().isEmpty)
  }

  @Test(arguments: [
    ("id = set_byte(id, 3, get_byte(id, 3) # 1)", LogDefect.Column.id),
    ("occurred_on = occurred_on + 1", .occurredOn), ("recorded_at = recorded_at + 1", .recordedAt),
  ])
  func `a reading without hashes compares the columns all the same`(
    _ change: String, _ column: LogDefect.Column
  ) throws {
    try self.change("UPDATE event SET \(change) WHERE position = 33")
    let log = try PostgresLog(opening: schema.address, access: .readOnly, clock: TestClock().now)
    for order in [EventQuery.Order.fold, .position] {
      var query = EventQuery(order: order)
      query.checksHashes = false
      #expect(throws: LogFailure.defect(LogDefect(.column(column), at: Position(33)))) {
        try log.read(query) { _ = try $0.envelope() }
      }
    }
  }

  @Test func `an event that was taken out is missed`() throws {
    try change("DELETE FROM event WHERE position = 12")
    #expect(try defects().first == LogDefect(.missing, at: Position(12)))
  }

  @Test func `an end that was cut off is missed`() throws {
    try change("DELETE FROM event WHERE position > 60")
    #expect(try !defects().isEmpty)
  }

  @Test func `a tag too many or too few is found`() throws {
    try change("DELETE FROM tag WHERE position = 5", of: "tag")
    let missing = try defects()
    #expect(missing.first?.position == Position(5))
    try change("INSERT INTO tag SELECT subject, type, 5 FROM tag WHERE position = 9", of: "tag")
    #expect(try defects().first?.position == Position(5))
  }

  @Test(arguments: [
    ("ALTER TABLE event DISABLE TRIGGER event_is_written_once", "event_is_written_once"),
    ("DROP TRIGGER tag_is_not_emptied ON tag", "tag_is_not_emptied"),
    ("DROP INDEX event_by_day", "event_by_day"),
    ("CREATE TABLE other (x integer)", "other"),
    ("ALTER TABLE subject RENAME TO other", "subject"),
    (
      """
      CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN RETURN NEW; END'
      """, "refuse()"
    ),
  ])
  func `what guards the tables is compared too`(_ change: String, _ name: String) throws {
    try schema.run(change)
    let found = try defects().contains { defect in
      switch defect.kind {
      case .schemaMissing(name), .schemaChanged(name), .schemaTooMany(name): true
      default: false
      }
    }
    #expect(found, "\(name)")
  }

  @Test func `the row of the end is compared with the events`() throws {
    try schema.run("UPDATE tail SET recorded_at = recorded_at + 1")
    #expect(try !defects().isEmpty)
  }
}
