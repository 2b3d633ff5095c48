internal import PostgreSQL

/// A value of a row that is copied.
enum KeyValue {
  case integer(Int64)
  case text(String)
  case bytes([UInt8])
}

extension KeyStore {
  /// How many rows are in memory at a time.
  private static var rowsAtOnce: Int { 2_000 }

  /// Copies the rows of all tables into the empty ones of another vault. Call it in a transaction
  /// of both.
  ///
  /// Cost: some ten microseconds a row.
  func copyRows(into target: borrowing KeyStore) throws(VaultFailure) {
    for table in KeyTable.all { try copy(table, into: target) }
  }

  private func copy(
    _ table: KeyTable, into target: borrowing KeyStore
  ) throws(VaultFailure) {
    let columns = table.columns.map(\.name).joined(separator: ", ")
    var sql = "SELECT \(columns) FROM \(table.name) ORDER BY \(table.order)"
    let isOnServer = database.server != nil
    if isOnServer {
      // A statement's rows would all be in memory.
      try database.execute("DECLARE copied NO SCROLL CURSOR FOR \(sql)")
      sql = "FETCH \(Self.rowsAtOnce) FROM copied"
    }
    let row = try database.statement(sql, isKept: false)
    var rows: [[KeyValue]] = []
    var isEnded = false
    while !isEnded {
      while rows.count < Self.rowsAtOnce {
        guard try row.step() else {
          isEnded = !isOnServer || rows.isEmpty
          break
        }
        rows.append(
          table.columns.enumerated().map { index, column in
            switch column.kind {
            case .integer: .integer(row.integer(index))
            case .text, .optionalText: .text(row.text(index))
            case .bytes: .bytes(row.bytes(index))
            }
          })
      }
      if isOnServer { row.reset() }
      if !rows.isEmpty { try target.insert(rows, into: table) }
      rows = []
    }
    if isOnServer { try database.execute("CLOSE copied") }
  }

  /// Inserts rows with a value for each column. Call it in a transaction.
  func insert(_ rows: [[KeyValue]], into table: KeyTable) throws(VaultFailure) {
    let columns = table.columns.map(\.name).joined(separator: ", ")
    if let server = database.server {
      return try server.insert(rows, into: table, columns)
    }
    let values = table.columns.enumerated().map { index, column in
      column.kind == .optionalText ? "nullif($\(index + 1), '')" : "$\(index + 1)"
    }
    let insertion = try database.statement(
      "INSERT INTO \(table.name) (\(columns)) VALUES (\(values.joined(separator: ", ")))",
      isKept: false)
    for row in rows {
      for (index, value) in row.enumerated() {
        switch value {
        case .integer(let number): try insertion.bind(number, at: index + 1)
        case .text(let text): try insertion.bind(text, at: index + 1)
        case .bytes(let bytes): try insertion.bind(bytes, at: index + 1)
        }
      }
      try insertion.run()
    }
  }
}

extension KeyServer {
  /// Inserts rows in one round trip.
  ///
  /// - Parameter columns: the table's, separated by commas.
  fileprivate func insert(
    _ rows: [[KeyValue]], into table: KeyTable, _ columns: String
  ) throws(VaultFailure) {
    let values = table.columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    let selected = table.columns.map { column in
      column.kind == .optionalText ? "nullif(\(column.name), '')" : column.name
    }
    _ = try query(
      """
      INSERT INTO \(table.name) (\(columns)) SELECT \(selected.joined(separator: ", "))
      FROM unnest(\(values)) AS n (\(columns))
      """, table.columns.indices.map { Self.column($0, table.columns[$0].kind, of: rows) })
  }

  private static func column(
    _ index: Int, _ kind: KeyTable.Kind, of rows: [[KeyValue]]
  ) -> PostgresValue {
    switch kind {
    case .integer:
      .integers(rows.map { if case .integer(let number) = $0[index] { number } else { 0 } })
    case .text, .optionalText:
      .texts(rows.map { if case .text(let text) = $0[index] { text } else { "" } })
    case .bytes:
      .byteStrings(rows.map { if case .bytes(let bytes) = $0[index] { bytes } else { [] } })
    }
  }
}
