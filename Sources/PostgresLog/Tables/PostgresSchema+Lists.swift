// The tables for the lists of today, derived from the events and made anew at will: no trigger guards them.
extension PostgresSchema {
  /// The tables for the lists; a writer may empty and fill them.
  static let listTables = ["list_state", "list_standing", "list_due", "list_award"]

  /// - `list_state`: one row, once they are begun: what they are built for, and how far (`built_to`, null once they
  ///   are whole).
  /// - `list_standing`: what a candidacy is from a day to a day; days are counted since 1970-01-01.
  /// - `list_due`: a last day, and the days on which it is named; numbered, for a candidacy may have the same one
  ///   twice.
  /// - `list_award`: an award in force, as the statistics count it.
  ///
  /// The indexes contain the days too, so that what is not of the day asked is passed over without its row.
  static let lists = """
    CREATE TABLE list_state (
      one boolean PRIMARY KEY CHECK (one), derivation text NOT NULL, through bigint NOT NULL,
      latest_day bigint NOT NULL, is_whole boolean NOT NULL, built_to text
    );
    CREATE TABLE list_standing (
      candidacy text COLLATE "C" NOT NULL, from_day bigint NOT NULL, until_day bigint NOT NULL,
      status text NOT NULL, certification text NOT NULL, pathway text NOT NULL,
      window_state text, window_last_day bigint NOT NULL, is_last_of_chain boolean NOT NULL,
      declaration text, is_owed boolean NOT NULL, is_late boolean NOT NULL,
      is_to_review boolean NOT NULL, missing text NOT NULL,
      PRIMARY KEY (candidacy, from_day)
    );
    CREATE INDEX list_by_status
      ON list_standing (status, certification, candidacy, from_day, until_day);
    CREATE INDEX list_by_window
      ON list_standing (window_state, window_last_day, candidacy, from_day, until_day)
      WHERE window_state IS NOT NULL;
    CREATE INDEX list_by_declaration ON list_standing (declaration, candidacy, from_day, until_day)
      WHERE declaration IS NOT NULL;
    CREATE INDEX list_late ON list_standing (candidacy, from_day, until_day) WHERE is_late;
    CREATE INDEX list_to_review
      ON list_standing (status, certification, candidacy, from_day, until_day) WHERE is_to_review;
    CREATE TABLE list_due (
      candidacy text COLLATE "C" NOT NULL, number bigint NOT NULL, kind text COLLATE "C" NOT NULL,
      last_day bigint NOT NULL, from_day bigint NOT NULL, until_day bigint NOT NULL,
      PRIMARY KEY (candidacy, number)
    );
    CREATE INDEX list_due_by_day ON list_due (last_day, candidacy, kind, from_day, until_day);
    CREATE TABLE list_award (
      candidacy text COLLATE "C" PRIMARY KEY, certification text NOT NULL, year bigint NOT NULL,
      is_by_experience boolean NOT NULL, six_months bigint NOT NULL, two_years bigint NOT NULL
    );
    CREATE INDEX list_award_by_year
      ON list_award (certification, year, is_by_experience, six_months, two_years);
    """
}
