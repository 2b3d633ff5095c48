internal import CPostgres

extension PostgresConnection {
  /// Runs a statement that was prepared between others that were, in one round trip. Each is run only if those before
  /// it succeeded.
  ///
  /// - Parameters:
  ///   - first: the names of those before it, which take no values.
  ///   - last: the names of those after it.
  /// - Returns: the rows of the statement itself.
  /// - Throws: the first failure of any of them.
  public func execute(
    _ name: String, _ values: [PostgresValue] = [], after first: [String] = [],
    before last: [String]
  ) throws(PostgresFailure) -> PostgresResult {
    if first.isEmpty, last.isEmpty { return try execute(name, values) }
    guard unsafe PQenterPipelineMode(connection) == 1 else {
      throw unsafe PostgresFailure(of: connection)
    }
    // Refused only while something is left to be read, as where the connection broke.
    defer { _ = unsafe PQexitPipelineMode(connection) }
    var isSent = first.allSatisfy { send($0, []) } && send(name, values)
    isSent = isSent && last.allSatisfy { send($0, []) }
    guard isSent, unsafe PQpipelineSync(connection) == 1 else {
      throw unsafe PostgresFailure(of: connection)
    }
    let statements = first.count + 1 + last.count
    var answer: PostgresResult?
    var failure: PostgresFailure?
    for number in 0..<statements {
      do throws(PostgresFailure) {
        let rows = try unsafe rows(PQgetResult(connection), hasValues: number == first.count)
        if number == first.count { answer = consume rows }
      } catch {
        // The server passes over the others, and says so of each.
        failure = failure ?? error
      }
      // The end of what a statement answers.
      unsafe PQclear(PQgetResult(connection))
    }
    // The end of the pipeline.
    unsafe PQclear(PQgetResult(connection))
    if let failure { throw failure }
    guard let answer = answer.take() else { throw unsafe PostgresFailure(of: connection) }
    return answer
  }

  private func send(_ name: String, _ values: [PostgresValue]) -> Bool {
    let sent = SentValues(values)
    return unsafe sent.withPointers { pointers in
      unsafe PQsendQueryPrepared(
        connection, name, Int32(values.count), pointers, sent.lengths, sent.formats, 1)
    } == 1
  }
}
