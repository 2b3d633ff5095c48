internal import AcquisLedger
internal import EventLog
internal import Events
internal import HTTP
internal import Synchronization

/// Counts what the server does, in Prometheus' text form: no id, no address.
final class Metrics: Sendable {
  private struct Counts {
    /// By route and status.
    var requests: [Key: Int] = [:]
    /// By rule.
    var refusals: [String: Int] = [:]
    var appends = 0
    var seconds = 0.0
  }

  private struct Key: Hashable, Comparable {
    let route: String
    let status: Int

    static func < (left: Key, right: Key) -> Bool {
      (left.route, left.status) < (right.route, right.status)
    }
  }

  private let counts = Mutex(Counts())

  /// Counts an answer.
  ///
  /// - Parameter duration: how long it took.
  func count(_ outcome: API.Outcome, method: String, duration: Duration) {
    let (status, body) = (outcome.response.status, outcome.response.body)
    let route = outcome.route ?? "other"
    let isDecision = method == "POST" && (status == 200 || status == 422)
    let answer = isDecision ? try? JSONValue(parsing: body.filter { $0 != 0x0a }) : nil
    var rules: [String] = []
    if case .list(let refused)? = answer?["refused"] {
      rules = refused.compactMap { $0["rule"]?.text }
    }
    rules += outcome.decision?.rules ?? []
    let hasAppended =
      outcome.decision?.hasAppended == true
      || status == 200 && answer?["first"] != nil && answer?["first"] != .null
    counts.withLock { counts in
      counts.requests[Key(route: "\(method) \(route)", status: status), default: 0] += 1
      for rule in rules { counts.refusals[rule, default: 0] += 1 }
      if hasAppended { counts.appends += 1 }
      counts.seconds +=
        Double(duration.components.seconds)
        + Double(duration.components.attoseconds) / 1e18
    }
  }

  /// All figures, with how far the read models are behind the log.
  func response(of ledger: Ledger) throws -> HTTPResponse {
    let log = try ledger.log()
    let last = try log.head().last.number
    let behind = try (log as? any ListTables)?.tableState().map { last - $0.stamp.through.number }
    let text = counts.withLock { counts in
      var lines = [
        "# HELP acquis_requests_total Requests answered, by route and status.",
        "# TYPE acquis_requests_total counter",
      ]
      for (key, count) in counts.requests.sorted(by: { $0.key < $1.key }) {
        lines.append(
          "acquis_requests_total{route=\"\(key.route)\",status=\"\(key.status)\"} \(count)")
      }
      lines += [
        "# HELP acquis_request_seconds_total Time spent on requests.",
        "# TYPE acquis_request_seconds_total counter",
        "acquis_request_seconds_total \(counts.seconds)",
        "# HELP acquis_refusals_total Refusals, by rule.",
        "# TYPE acquis_refusals_total counter",
      ]
      for (rule, count) in counts.refusals.sorted(by: { $0.key < $1.key }) {
        lines.append("acquis_refusals_total{rule=\"\(rule)\"} \(count)")
      }
      lines += [
        "# HELP acquis_appends_total Requests that recorded.",
        "# TYPE acquis_appends_total counter",
        "acquis_appends_total \(counts.appends)",
        "# HELP acquis_log_position The last position of the log.",
        "# TYPE acquis_log_position gauge",
        "acquis_log_position \(last)",
      ]
      if let behind {
        lines += [
          "# HELP acquis_read_model_lag Entries that the tables of lists do not know yet.",
          "# TYPE acquis_read_model_lag gauge",
          "acquis_read_model_lag \(behind)",
        ]
      }
      return lines.joined(separator: "\n") + "\n"
    }
    return HTTPResponse(
      status: 200,
      headers: [
        HTTPHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8"),
        HTTPHeader("Cache-Control", "no-store"),
      ], text: text)
  }
}
