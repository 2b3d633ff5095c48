// The function by which a ledger on a server is appended to.
extension PostgresSchema {
  /// The outcomes that `append` answers.
  enum Outcome: Int64 {
    case added = 0
    /// The end of the log is not the one expected: another came first.
    case overtaken = 1
    /// The first instant is before the last one of the log.
    case instantBack = 3
    /// The ledger was moved, and takes nothing more.
    case moved = 4
  }

  /// The call of `append`, prepared once.
  static let call = """
    SELECT outcome, last_position, last_instant, last_types, last_nodes
    FROM append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    """

  /// Keeps everybody else from appending until the end of the transaction; answers the columns of ``PostgresTail``.
  static let hold = """
    SELECT last_position, last_instant, last_types, last_nodes, \(PostgresTail.isOnDisk) FROM hold()
    """

  /// Waits until all that was committed before is on the server's disk, and on that of its synchronous replicas: a
  /// commit of its own, of an empty message; nothing where all is there already.
  static let flush = """
    SELECT set_config('synchronous_commit', 'on', true),
      CASE WHEN pg_current_wal_insert_lsn() > pg_current_wal_flush_lsn()
        THEN pg_logical_emit_message(true, 'acquis', '') END
    """

  /// The number of the advisory lock that followers share. Whoever appends has it alone until the commit, where nobody
  /// follows: who follows from then on reads what was appended.
  static func followers(of schema: String) -> String {
    "hashtextextended('acquis followers \(schema)', 0)"
  }

  /// The body of `append` in a schema.
  ///
  /// The n-th of `tag_subjects` is a subject of the event with the number `tag_events[n]`, from 1. A type is given by
  /// its key; those that are new by their names, in the order of the keys that follow the last one. The end of the
  /// log is compared and moved on in one statement, which waits for whoever is before; an id that is there already
  /// breaks its constraint, and nothing is added. `WHERE one` finds the row by its index: the table has a page for
  /// each few appends made while a long reading goes on.
  ///
  /// The channel has the schema's name. It is notified only while a follower has the lock ``followers(of:)``: commits
  /// with notifications wait for each other, of all ledgers of a server and each for its own writing to the disk.
  static func appendBody(in schema: String) -> String {
    """

    DECLARE
      added bigint := cardinality(ids);
      former bigint := 0;
      tagged bigint := 0;
      tip tail%ROWTYPE;
    BEGIN
      UPDATE tail SET position = expected + added, recorded_at = instants[added],
          types = tail.types + cardinality(new_types), nodes = tree
        WHERE one AND tail.position = expected AND tail.recorded_at <= instants[1] AND moved_to IS NULL
        RETURNING tail.types - cardinality(new_types) INTO former;
      IF NOT FOUND THEN
        SELECT * INTO tip FROM tail WHERE one;
        outcome := CASE WHEN tip.moved_to IS NOT NULL THEN 4 WHEN tip.position <> expected THEN 1 ELSE 3 END;
        last_position := tip.position;
        last_instant := tip.recorded_at;
        last_types := tip.types;
        last_nodes := tip.nodes;
        RETURN;
      END IF;
      outcome := 0;
      IF cardinality(new_types) > 0 THEN
        INSERT INTO type (key, name)
          SELECT former + number, name FROM unnest(new_types) WITH ORDINALITY AS new (name, number);
      END IF;
      IF added = 1 THEN
        INSERT INTO event (position, id, type, schema, occurred_on, recorded_at, hashes, bytes)
          VALUES (expected + 1, ids[1], types[1], schemas[1], days[1], instants[1], append.hashes[1], bodies[1]);
        INSERT INTO tag (subject, type, position)
          SELECT key, types[1], expected + 1 FROM subject WHERE name = ANY (tag_subjects);
        GET DIAGNOSTICS tagged = ROW_COUNT;
        IF tagged < cardinality(tag_subjects) THEN
          WITH named AS (
            INSERT INTO subject (name)
              SELECT new.name FROM unnest(tag_subjects) AS new (name)
              WHERE NOT EXISTS (SELECT FROM subject WHERE subject.name = new.name)
              RETURNING key)
          INSERT INTO tag (subject, type, position) SELECT key, types[1], expected + 1 FROM named;
        END IF;
      ELSE
        SET LOCAL plan_cache_mode TO auto;
        INSERT INTO subject (name)
          SELECT new.name
          FROM (SELECT name, min(number) AS number
                FROM unnest(tag_subjects) WITH ORDINALITY AS tags (name, number) GROUP BY name) AS new
          WHERE NOT EXISTS (SELECT FROM subject WHERE subject.name = new.name)
          ORDER BY new.number;
        INSERT INTO event (position, id, type, schema, occurred_on, recorded_at, hashes, bytes)
          SELECT expected + number, new.id, new.type, new.schema, new.day, new.instant, new.hash, new.body
          FROM unnest(ids, types, schemas, days, instants, append.hashes, bodies)
            WITH ORDINALITY AS new (id, type, schema, day, instant, hash, body, number);
        INSERT INTO tag (subject, type, position)
          SELECT subject.key, types[new.event], expected + new.event
          FROM unnest(tag_events, tag_subjects) AS new (event, name)
          JOIN subject ON subject.name = new.name;
      END IF;
      IF NOT pg_try_advisory_xact_lock(\(followers(of: schema))) THEN
        PERFORM pg_notify('\(schema)', (expected + added)::text);
      END IF;
    END
    """
  }

  /// The body of `hold`, which keeps everybody else from appending until the end of the transaction, and answers the
  /// end of the log.
  static let holdBody = """

    BEGIN
      SELECT tail.position, tail.recorded_at, tail.types, tail.nodes
        INTO last_position, last_instant, last_types, last_nodes FROM tail WHERE one FOR UPDATE;
    END
    """

  /// The body of `leave`, which marks a ledger as moved, if its end is the one expected: `append` then refuses.
  static let leaveBody = """

    BEGIN
      UPDATE tail SET moved_to = place WHERE one AND position = expected AND moved_to IS NULL;
      RETURN FOUND;
    END
    """

  /// The functions of a schema, made anew when it gets its name: each runs with that schema alone in sight. The
  /// plans of one event do not depend on its values, so that a session makes them once.
  static func functions(in schema: String) -> String {
    """
    CREATE OR REPLACE FUNCTION append(
      expected bigint, ids bytea[], types bigint[], new_types text[], schemas bigint[], days bigint[],
      instants bigint[], hashes bytea[], bodies bytea[], tag_events bigint[], tag_subjects text[],
      tree bytea,
      OUT outcome bigint, OUT last_position bigint, OUT last_instant bigint, OUT last_types bigint,
      OUT last_nodes bytea
    ) LANGUAGE plpgsql SECURITY DEFINER SET plan_cache_mode = force_generic_plan
      SET search_path = "\(schema)", pg_temp AS $$\(appendBody(in: schema))$$;
    CREATE OR REPLACE FUNCTION hold(
      OUT last_position bigint, OUT last_instant bigint, OUT last_types bigint, OUT last_nodes bytea
    ) LANGUAGE plpgsql SECURITY DEFINER SET search_path = "\(schema)", pg_temp AS $$\(holdBody)$$;
    CREATE OR REPLACE FUNCTION leave(expected bigint, place text) RETURNS boolean
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = "\(schema)", pg_temp AS $$\(leaveBody)$$;
    REVOKE ALL ON ALL FUNCTIONS IN SCHEMA "\(schema)" FROM PUBLIC;
    """
  }
}
