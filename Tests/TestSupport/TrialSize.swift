internal import Glibc

/// How many random trials a test makes: few by default, more when the environment asks for more, as
/// `.ci/run` does in release.
package enum TrialSize {
  /// Histories: `ACQUIS_HISTORIES`, or the default.
  package static func histories(default count: Int) -> Int { number("ACQUIS_HISTORIES") ?? count }

  /// Inputs of one parser: `ACQUIS_FUZZ_RUNS`, or the default.
  package static func inputs(default count: Int) -> Int { number("ACQUIS_FUZZ_RUNS") ?? count }

  private static func number(_ variable: String) -> Int? {
    getenv(variable).flatMap { Int(String(cString: $0)) }
  }
}
