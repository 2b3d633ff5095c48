/// Makes a caller's throwing, non-escaping closure usable inside `Mutex.withLock`.
///
/// Safe, although the compiler cannot see it: `work` calls the closure on this thread only, and not
/// after it returns.
///
/// - Parameter work: receives a closure that returns nil if the caller's closure threw.
/// - Throws: what `work` throws; otherwise what the caller's closure threw.
package func capturingError<Input, Answer, Result>(
  _ body: (Input) throws -> Answer,
  to work: (@escaping @Sendable (Input) -> Answer?) throws -> Result
) throws -> Result {
  try withoutActuallyEscaping(body) { body in
    nonisolated(unsafe) let body = body
    nonisolated(unsafe) var failure: (any Error)?
    let result = try work { input in
      do { return unsafe try body(input) } catch {
        unsafe failure = error
        return nil
      }
    }
    if let failure = unsafe failure { throw failure }
    return result
  }
}
