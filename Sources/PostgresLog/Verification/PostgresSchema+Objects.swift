// What a ledger's schema consists of, for a verification.
extension PostgresSchema {
  /// The description of each object of a new ledger by its name, as ``PostgresSchemaCheck`` reads them.
  static func objects(of schema: String) -> [String: String] {
    var objects: [String: String] = [:]
    for line in described.split(separator: "\n") {
      let parts = line.split(separator: " = ", maxSplits: 1)
      if parts.count == 2 {
        objects[String(parts[0])] = parts[1].split(separator: " ").joined(separator: " ")
      }
    }
    objects["refuse()"] = "function false  \(refusal)"
    objects["append()"] =
      "function true plan_cache_mode=force_generic_plan search_path=@, pg_temp \(appendBody(in: schema))"
    objects["hold()"] = "function true search_path=@, pg_temp \(holdBody)"
    objects["leave()"] = "function true search_path=@, pg_temp \(leaveBody)"
    return objects
  }

  /// Tables with their columns (`!`: not null), indexes with theirs (`()`: an expression), triggers with their type
  /// in the server's bits, whether they fire (`O`) what they call, and whether always; constraints with their kind.
  private static let described = """
    subject_key_seq = table p last_value:bigint! log_cnt:bigint! is_called:boolean!
    event = table p position:bigint! id:bytea! type:smallint! schema:smallint! \
      occurred_on:integer! recorded_at:bigint! hashes:bytea! bytes:bytea!
    tag = table p subject:bigint! type:smallint! position:bigint!
    type = table p key:smallint! name:text!
    subject = table p key:bigint!d name:text!
    tail = table p one:boolean! position:bigint! recorded_at:bigint! types:bigint! \
      nodes:bytea! moved_to:text
    list_state = table p one:boolean! derivation:text! through:bigint! latest_day:bigint! \
      is_whole:boolean! built_to:text
    list_standing = table p candidacy:text! from_day:bigint! until_day:bigint! status:text! \
      certification:text! pathway:text! window_state:text window_last_day:bigint! \
      is_last_of_chain:boolean! declaration:text is_owed:boolean! is_late:boolean! \
      is_to_review:boolean! missing:text!
    list_due = table p candidacy:text! number:bigint! kind:text! last_day:bigint! \
      from_day:bigint! until_day:bigint!
    list_award = table p candidacy:text! certification:text! year:bigint! \
      is_by_experience:boolean! six_months:bigint! two_years:bigint!
    type_pkey = index unique type key
    type_name_key = index unique type name
    subject_pkey = index unique subject key
    subject_name_key = index unique subject name
    event_pkey = index unique event position
    event_id_key = index unique event id
    event_by_day = index event occurred_on position
    event_by_type = index event type position
    tag_pkey = index unique tag subject type position
    certificate_by_name = index subject () partial
    certificate_beyond_ascii = index subject key partial
    tail_pkey = index unique tail one
    list_state_pkey = index unique list_state one
    list_standing_pkey = index unique list_standing candidacy from_day
    list_by_status = index list_standing status certification candidacy from_day until_day
    list_by_window = index list_standing window_state window_last_day candidacy from_day \
      until_day partial
    list_by_declaration = index list_standing declaration candidacy from_day until_day partial
    list_late = index list_standing candidacy from_day until_day partial
    list_to_review = index list_standing status certification candidacy from_day until_day \
      partial
    list_due_pkey = index unique list_due candidacy number
    list_due_by_day = index list_due last_day candidacy kind from_day until_day
    list_award_pkey = index unique list_award candidacy
    list_award_by_year = index list_award certification year is_by_experience six_months \
      two_years
    event_is_not_emptied = trigger event 34 O refuse
    event_is_written_once = trigger event 27 O refuse
    tag_is_not_emptied = trigger tag 34 O refuse
    tag_is_written_once = trigger tag 27 O refuse
    type_is_not_emptied = trigger type 34 O refuse
    type_is_written_once = trigger type 27 O refuse
    subject_is_not_emptied = trigger subject 34 O refuse
    subject_is_written_once = trigger subject 27 O refuse
    tail_is_not_emptied = trigger tail 34 O refuse
    tail_is_kept = trigger tail 11 O refuse
    event_id_check = constraint c event
    tail_one_check = constraint c tail
    list_state_one_check = constraint c list_state
    """
}
