public import EventLog
public import Events
public import Testing

/// Makes an empty log that asks this clock.
public typealias MakeLog = (_ clock: @escaping @Sendable () -> Instant) throws -> any RestorableLog

/// One thing that every store keeps: a sentence, and how it is seen to hold.
///
/// ```swift
/// @Test(arguments: LogLaw.all) func `a log in memory keeps the law`(_ law: LogLaw) throws {
///   try law.check { try InMemoryLog(clock: $0) }
/// }
/// ```
public struct LogLaw: Sendable, CustomTestStringConvertible {
  /// The sentence.
  public let testDescription: String
  private let proof: @Sendable (MakeLog) throws -> Void

  init(_ sentence: String, _ proof: @escaping @Sendable (MakeLog) throws -> Void) {
    testDescription = sentence
    self.proof = proof
  }

  /// Records an issue for each breach of the law.
  public func check(_ make: MakeLog) throws { try proof(make) }

  /// Every law.
  public static let all = appending + refusing + annulling + reading + hashing + copying
}
