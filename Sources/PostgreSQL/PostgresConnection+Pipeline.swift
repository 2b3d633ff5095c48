internal import CPostgres

extension PostgresConnection {
  /// Runs two prepared statements in one round trip, each in a transaction of its own.
  ///
  /// - Returns: the rows of the first, once the second has succeeded too.
  /// - Throws: the failure of the first, else of the second.
  public func execute(
    _ name: String, _ values: [PostgresValue], then following: String
  ) throws(PostgresFailure) -> PostgresResult {
    let sent = SentValues(values)
    let isSent: Bool = unsafe sent.withPointers { pointers in
      unsafe PQenterPipelineMode(connection) == 1
        && PQsendQueryPrepared(
          connection, name, Int32(values.count), pointers, sent.lengths, sent.formats, 1) == 1
        && PQpipelineSync(connection) == 1
        && PQsendQueryPrepared(connection, following, 0, nil, nil, nil, 1) == 1
        && PQpipelineSync(connection) == 1
    }
    guard isSent else { throw unsafe PostgresFailure(of: connection) }
    let first = Result { () throws(PostgresFailure) in try received(hasValues: !values.isEmpty) }
    let second = Result { () throws(PostgresFailure) in try received(hasValues: false) }
    unsafe PQexitPipelineMode(connection)
    switch consume first {
    case .failure(let failure): throw failure
    case .success(let rows):
      if case .failure(let failure) = second { throw failure }
      return rows
    }
  }

  /// The result of the next statement of a pipeline, up to its synchronisation.
  private func received(hasValues: Bool) throws(PostgresFailure) -> PostgresResult {
    let found = unsafe PQgetResult(connection)
    // After each statement's results comes a null, then the synchronisation.
    while let rest = unsafe PQgetResult(connection) { unsafe PQclear(rest) }
    let synchronised = unsafe PQgetResult(connection)
    let isSynchronised = unsafe PQresultStatus(synchronised) == PGRES_PIPELINE_SYNC
    unsafe PQclear(synchronised)
    let rows = try unsafe rows(found, hasValues: hasValues)
    guard isSynchronised, isOpen else { throw unsafe PostgresFailure(of: connection) }
    return rows
  }
}
