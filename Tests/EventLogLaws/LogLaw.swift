public import EventLog
public import Events
public import Testing

/// Makes empty logs of the store under test.
public struct LogMaker {
  /// A log with this clock, trusted as far as given.
  public typealias Make =
    (_ clock: @escaping @Sendable () -> Instant, _ trust: ClockTrust) throws -> any RestorableLog

  let make: Make

  func callAsFunction(
    _ clock: @escaping @Sendable () -> Instant, trust: ClockTrust = ClockTrust()
  ) throws -> any RestorableLog { try make(clock, trust) }
}

/// One law of every store: a sentence and its proof.
///
/// ```swift
/// @Test(arguments: LogLaw.all) func `a log in memory keeps the law`(_ law: LogLaw) throws {
///   try law.check { try InMemoryLog(clock: $0, trust: $1) }
/// }
/// ```
public struct LogLaw: Sendable, CustomTestStringConvertible {
  /// The sentence.
  public let testDescription: String
  private let proof: @Sendable (LogMaker) throws -> Void

  init(_ sentence: String, _ proof: @escaping @Sendable (LogMaker) throws -> Void) {
    testDescription = sentence
    self.proof = proof
  }

  /// Records an issue for each breach of the law.
  public func check(_ make: @escaping LogMaker.Make) throws { try proof(LogMaker(make: make)) }

  /// Every law.
  public static let all =
    appending + callers + streams + clock + refusing + annulling + reading + hashing + copying
}
