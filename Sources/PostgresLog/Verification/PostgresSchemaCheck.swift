internal import EventLog
internal import PostgreSQL

/// Compares a schema's tables, indexes, triggers and functions with those of a new ledger.
enum PostgresSchemaCheck {
  /// The differences, by name.
  static func defects(
    of schema: String, on connection: borrowing PostgresConnection
  ) throws(LogFailure) -> [LogDefect] {
    let found = try objects(of: schema, on: connection)
    let made = PostgresSchema.objects(of: schema)
    var defects: [LogDefect] = []
    for (name, object) in made.sorted(by: { $0.key < $1.key }) where found[name] != object {
      defects.append(LogDefect(found[name] == nil ? .schemaMissing(name) : .schemaChanged(name)))
    }
    for name in found.keys.sorted() where made[name] == nil {
      defects.append(LogDefect(.schemaTooMany(name)))
    }
    return defects
  }

  /// Each object's description, by its name: words that are the same on every version of the server.
  private static func objects(
    of schema: String, on connection: borrowing PostgresConnection
  ) throws(LogFailure) -> [String: String] {
    let rows = try asking { () throws(PostgresFailure) in
      try connection.query(query, [.text(schema)])
    }
    var objects: [String: String] = [:]
    for row in 0..<rows.count {
      // Two of one name, as functions of other parameters, are neither's description.
      let (name, description) = (rows.text(row, 0), rows.text(row, 1))
      objects[name] = objects[name].map { $0 + " and " + description } ?? description
    }
    return objects
  }

  private static let query = """
    WITH own AS (SELECT oid FROM pg_namespace WHERE nspname = $1)
    SELECT relname::text, 'table ' || relpersistence::text || ' ' || (
        SELECT string_agg(attname || ':' || format_type(atttypid, NULL)
          || CASE WHEN attnotnull THEN '!' ELSE '' END || attidentity::text, ' ' ORDER BY attnum)
        FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped)
        || CASE WHEN relrowsecurity OR relforcerowsecurity THEN ' row security' ELSE '' END
        || CASE WHEN EXISTS (SELECT FROM pg_inherits WHERE c.oid IN (inhrelid, inhparent))
          THEN ' inherited' ELSE '' END
      FROM pg_class c JOIN own ON own.oid = relnamespace WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
    UNION ALL
    SELECT relname::text, 'index ' || CASE WHEN indisunique THEN 'unique ' ELSE '' END || (
        SELECT relname FROM pg_class WHERE oid = indrelid) || ' ' || (
        SELECT string_agg(coalesce(attname, '()'), ' ' ORDER BY number)
        FROM unnest(indkey) WITH ORDINALITY AS k (attribute, number)
        LEFT JOIN pg_attribute ON attrelid = indrelid AND attnum = attribute)
        || CASE WHEN indpred IS NULL THEN '' ELSE ' partial' END
        || CASE WHEN indisvalid AND indisready AND indislive THEN '' ELSE ' unusable' END
      FROM pg_class c JOIN own ON own.oid = relnamespace JOIN pg_index ON indexrelid = c.oid
    UNION ALL
    SELECT tgname::text, 'trigger ' || relname || ' ' || tgtype::text || ' ' || tgenabled::text || ' ' || proname
        || CASE WHEN pronamespace = own.oid THEN '' ELSE ' elsewhere' END
        || CASE WHEN tgqual IS NULL AND tgattr::text = '' THEN '' ELSE ' sometimes' END
      FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid JOIN own ON own.oid = relnamespace
      JOIN pg_proc ON pg_proc.oid = tgfoid WHERE NOT tgisinternal
    UNION ALL
    SELECT proname::text || '()', 'function ' || prosecdef::text || ' '
        || replace(coalesce(array_to_string(proconfig, ' '), ''),
          'search_path=' || quote_ident($1) || ',', 'search_path=@,') || ' ' || prosrc
      FROM pg_proc JOIN own ON own.oid = pronamespace
    UNION ALL
    SELECT conname::text, 'constraint ' || contype::text || ' ' || relname
      FROM pg_constraint JOIN pg_class c ON c.oid = conrelid JOIN own ON own.oid = relnamespace
      WHERE contype NOT IN ('p', 'u', 'n')
    UNION ALL
    SELECT rulename::text || ' rule', 'rule' FROM pg_rewrite JOIN pg_class c ON c.oid = ev_class
      JOIN own ON own.oid = relnamespace
    """
}
