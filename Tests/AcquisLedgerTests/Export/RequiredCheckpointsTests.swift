import AcquisLedger
import Cryptography
import EventLog
import EventLogLaws
import Events
import TestSupport
import Testing
import TransparencyLog

@Suite struct RequiredCheckpointsTests {
  @Test func `checkpoints come with the copy and hold at every size`() throws {
    let samples = try CopySamples(events: 9)
    let key = try CopySamples.key("acquis.example/ledger")
    let notes = try (0...11).map { try samples.note(size: $0, by: key) }
    let bytes = try samples.copy(checkpoints: notes, keys: [key.verifier])
    let (log, reader) = try CopySamples.restore(bytes)
    #expect(reader.checkpoints.map(\.note) == notes)
    #expect(reader.checkpoints.map(\.line) == Array(12...23))
    let end = try #require(reader.end)
    #expect(end.keys == [key.verifier])
    try RequiredCheckpoints(notes, keys: end.keys).check(log)
    try RequiredCheckpoints(notes, keys: []).check(log)
    try RequiredCheckpoints([], keys: end.keys).check(log)
  }

  @Test func `a checkpoint of another history, or of a longer one, does not hold`() throws {
    let samples = try CopySamples(events: 4)
    let key = try CopySamples.key("acquis.example/ledger")
    let notes = try [2, 6].map { try samples.note(size: $0, by: key) }
    let other = try InMemoryLog(clock: TestClock().now)
    for number in 0..<6 { _ = try other.append([Sample.validated(number)], unless: nil) }
    #expect(throws: RequiredCheckpoints.Failure.otherRoot(size: 2)) {
      try RequiredCheckpoints(notes, keys: [key.verifier]).check(other)
    }
    let short = try InMemoryLog(clock: TestClock().now)
    #expect(throws: RequiredCheckpoints.Failure.beyondTheLog(size: 6, last: 0)) {
      try RequiredCheckpoints(notes, keys: [key.verifier]).check(short)
    }
  }

  @Test func `a note is verified by its key alone, and for its own log`() throws {
    let samples = try CopySamples(events: 2)
    let key = try CopySamples.key("acquis.example/ledger")
    let namesake = try CopySamples.key("acquis.example/ledger")
    let note = try samples.note(size: 3, by: key)
    #expect(throws: RequiredCheckpoints.Failure.unverified(.note(.notSignedByKnownKey))) {
      try RequiredCheckpoints([note], keys: [namesake.verifier])
    }
    let foreign = try samples.note(size: 3, origin: "acquis.example/other", by: key)
    #expect(throws: RequiredCheckpoints.Failure.unverified(.otherOrigin)) {
      try RequiredCheckpoints([foreign], keys: [key.verifier])
    }
    let text = try SignedNote(text: "no checkpoint\n", signedBy: key)
    #expect(throws: RequiredCheckpoints.Failure.self) {
      try RequiredCheckpoints([text], keys: [key.verifier])
    }
  }

  @Test(arguments: ["", "\n", "\n\n"]) func `notes stand one after the other in a file`(
    _ between: String
  ) throws {
    let samples = try CopySamples(events: 2)
    let key = try CopySamples.key("acquis.example/ledger")
    let witness = try CopySamples.key("witness.example")
    let notes = [
      try samples.note(size: 1, by: key),
      try samples.note(size: 2, by: key).signed(alsoBy: witness),
      try samples.note(size: 3, by: key),
    ]
    let bytes = notes.flatMap { $0.bytes + Array(between.utf8) }
    #expect(try SignedNote.several(bytes) == notes)
    #expect(try SignedNote.several([]).isEmpty)
    #expect(throws: NoteFailure.self) { try SignedNote.several(Array(bytes.dropLast(40))) }
  }
}
