package import EventLog
package import Events
internal import Glibc
internal import Synchronization

/// Threads of the system that use one log at the same time. Tasks would not do: no more of them run
/// at once than there are processors, and those that wait hold up the others.
package final class Callers: Sendable {
  private let work: @Sendable (Int) -> Void
  /// The folders in `/proc` of the threads that have begun.
  private let begun = Mutex<[String]>([])

  private init(_ work: @escaping @Sendable (Int) -> Void) { self.work = work }

  /// What one of them appends.
  package typealias Batch = (events: [EncodedEvent], condition: AppendCondition?)

  /// Runs the closure on so many threads, with their numbers from 0, and returns its results in
  /// their order.
  package static func run<Value: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    running(count, work) { _ in }
  }

  /// Appends each batch on a thread of its own while the log is held by the append of `holder`, so
  /// that all of them wait at once; returns the outcomes in the order of the batches.
  package static func append(
    _ batches: [Batch], to log: any EventLog,
    held holder: EncodedEvent
  ) throws -> [Result<AppendReceipt, LogFailure>] {
    let held = Atomic(false)
    var failure: (any Error)?
    let outcomes = running(
      batches.count,
      { index in
        while !held.load(ordering: .acquiring) { sched_yield() }
        let batch = batches[index]
        return Result { () throws(LogFailure) in
          try log.append(batch.events, unless: batch.condition)
        }
      },
      meanwhile: { callers in
        do {
          _ = try log.append([holder], unless: nil) { _ in
            held.store(true, ordering: .releasing)
            callers.waitUntilAllSleep(batches.count)
          }
        } catch {
          failure = error
        }
        held.store(true, ordering: .releasing)
      })
    if let failure { throw failure }
    return outcomes
  }

  private static func running<Value: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Value, meanwhile: (Callers) -> Void
  ) -> [Value] {
    let results = Results<Value>(count)
    let callers = Callers { index in results.set(work(index), at: index) }
    let threads = (0..<count).map { callers.begin($0) }
    meanwhile(callers)
    for thread in threads { pthread_join(thread, nil) }
    return results.all
  }

  private func begin(_ index: Int) -> pthread_t {
    var thread = pthread_t()
    let start = Unmanaged.passRetained(Start(self, index))
    let code = pthread_create(&thread, nil, runThread, start.toOpaque())
    precondition(code == 0, "no thread")
    return thread
  }

  fileprivate func run(_ index: Int) {
    let folder = Self.ownFolder
    begun.withLock { $0.append(folder) }
    work(index)
  }

  /// The folder in `/proc` of this thread.
  private static var ownFolder: String {
    var bytes = [CChar](repeating: 0, count: 64)
    let count = readlink("/proc/thread-self", &bytes, bytes.count)
    return "/proc/" + String(decoding: bytes.prefix(max(0, count)).map(UInt8.init), as: UTF8.self)
  }

  fileprivate final class Start: Sendable {
    let callers: Callers
    let index: Int

    init(_ callers: Callers, _ index: Int) { (self.callers, self.index) = (callers, index) }
  }

  private final class Results<Value: Sendable>: Sendable {
    private let values: Mutex<[Value?]>

    init(_ count: Int) { values = Mutex(Array(repeating: nil, count: count)) }

    func set(_ value: Value, at index: Int) { values.withLock { $0[index] = value } }
    var all: [Value] { values.withLock { $0.compactMap { $0 } } }
  }

  /// Returns when all threads sleep at one moment: then each waits for a lock that is held up here.
  /// A log that holds nobody up makes them end instead.
  ///
  /// A thread asleep may wait for a short lock of another that runs, and be up again when that one
  /// is looked at. So all are looked at twice: who slept both times, and was not up in between,
  /// slept at the moment between the two looks.
  private func waitUntilAllSleep(_ count: Int) {
    var before: [Rest] = []
    while true {
      let rests = begun.withLock { $0 }.map(Rest.init(of:))
      if rests.count == count, rests == before, rests.allSatisfy(\.sleeps) { return }
      before = rests
      sched_yield()
    }
  }

  /// What the system says of a thread. One that has ended sleeps for ever.
  private struct Rest: Equatable {
    private(set) var sleeps = true
    /// How many times it went to sleep, as a line of text.
    private var times: Substring = ""

    init(of folder: String) {
      guard let file = fopen("\(folder)/status", "r") else { return }
      defer { fclose(file) }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = fread(&bytes, 1, bytes.count, file)
      for line in String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: "\n") {
        if line.hasPrefix("State:") { sleeps = line.hasPrefix("State:\tS") }
        if line.hasPrefix("voluntary_ctxt_switches:") { times = line }
      }
    }
  }
}

/// Where a thread begins. A function, because the compiler does not bear a closure here.
private func runThread(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let pointer else { return nil }
  let start = Unmanaged<Callers.Start>.fromOpaque(pointer).takeRetainedValue()
  start.callers.run(start.index)
  return nil
}
