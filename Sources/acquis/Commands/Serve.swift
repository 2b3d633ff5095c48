internal import Access
internal import AcquisLedger
internal import Events
internal import Files
internal import Glibc
internal import HTTP
internal import Synchronization

extension Command {
  /// `serve`
  static let serve = Command(
    name: "serve",
    summary: Text(
      "ouvre le registre au navigateur, sur cette machine seule : les pages, l’API, le registre pour les auditeurs",
      "opens the ledger to a browser, on this machine alone: the pages, the API, the log for auditors"
    ),
    options: [
      Option(
        name: "port", value: "N",
        help: Text(
          "le port (par défaut 8080 ; 0 : un port libre, dit au démarrage)",
          "the port (default 8080; 0: a free one, said at the start)")),
      Option(
        name: "origin", value: "URL",
        help: Text(
          "l’adresse que l’on tape, celle du mandataire : `https://registre.exemple.fr`",
          "the address that people type, the proxy's: https://ledger.example.org")),
      Option(
        name: "trusted-proxy", value: "ADDRESS",
        help: Text(
          "l’adresse du mandataire dont on croit l’en-tête `X-Forwarded-For`",
          "the address of the proxy whose X-Forwarded-For is believed")),
      Option(
        name: "public-checkpoint",
        help: Text(
          "laisse lire à tous le dernier point de contrôle signé, et lui seul",
          "lets anybody read the last signed checkpoint, and nothing else")),
    ],
    example: "acquis serve --port 8080 --origin https://ledger.example.org"
  ) { invocation in
    try Server(invocation).run()
  }
}

/// `serve`: the pages and the API behind the HTTP server, and its log of requests.
private struct Server {
  private let ledger: Ledger
  private let settings: @Sendable (UInt16) -> ServeSettings
  private let port: UInt16
  private let output: Output

  init(_ invocation: Invocation) throws {
    output = invocation.output
    ledger = try Ledger(invocation).keepingLogs()
    // There must be a ledger, and this process holds it open: its journal is not made anew for each request.
    _ = try ledger.log()
    let port = try invocation.number("port") ?? 8080
    guard let number = UInt16(exactly: port) else {
      throw Failure.usage(
        Text("--port : un nombre de 0 à 65535 est attendu", "--port: expected 0 to 65535"))
    }
    self.port = number
    let origin = try invocation.option("origin").map { (text) throws(Failure) in
      guard let origin = ServeSettings.Origin(text) else {
        throw .usage(
          Text(
            "--origin : `https://` et un nom sont attendus, sans chemin",
            "--origin: expected https:// and a name, without a path"))
      }
      return origin
    }
    let proxy = invocation.option("trusted-proxy")
    if let proxy, !Self.isAddress(proxy) {
      throw Failure.usage(
        Text(
          "--trusted-proxy : une adresse IP est attendue", "--trusted-proxy: expected an IP address"
        ))
    }
    let hasCheckpoint = invocation.has("public-checkpoint")
    settings = { port in
      ServeSettings(
        port: port, origin: origin, trustedProxy: proxy, hasPublicCheckpoint: hasCheckpoint)
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    var (four, six) = (in_addr(), in6_addr())
    return unsafe inet_pton(AF_INET, text, &four) == 1
      || inet_pton(AF_INET6, text, &six) == 1
  }

  func run() throws {
    Interruption.block()
    let held = try ledger.log()
    var http = HTTPServer.Settings()
    http.port = port
    let files = OpenFiles.raise(to: http.openFiles)
    if files.granted < files.wanted {
      output.note(
        Text(
          "fichiers ouverts : \(files.granted) permis, \(files.wanted) souhaités pour \(http.largestConnections) connexions (`ulimit -n`)",
          "open files: \(files.granted) allowed, \(files.wanted) wanted for \(http.largestConnections) connections (ulimit -n)"
        ))
    }
    let requests = RequestLog()
    let metrics = Metrics()
    let (access, tries) = (
      AccessList(of: AccessFile(beside: ledger.file)) { [output] in output.note($0.text) },
      TryLimit(now: { LedgerClock.system().now() })
    )
    let opened = OpenedNames(beside: ledger.file)
    let place = Mutex(port)
    let (ledger, settings, output) = (ledger, settings, output)
    let api: @Sendable () -> API = {
      API(
        ledger: ledger, settings: settings(place.withLock { $0 }), access: access, tries: tries,
        opened: opened, metrics: metrics
      ) { output.note($0.text) }
    }
    let sessions = Sessions(now: { LedgerClock.system().now() })
    let works = LongWorks { [ledger, output] work in
      let withheld: @Sendable () -> Void = {
        for word in PrivateWords.withheld(from: work).words {
          output.note(Text(verbatim: word).at(ledger.path))
        }
      }
      // Without a thread it is done at once.
      do throws(HTTPFailure) { try DetachedThread.start(withheld) } catch { withheld() }
    }
    let site: @Sendable () -> Site = { Site(api: api(), sessions: sessions, works: works) }
    let server: HTTPServer
    do throws(HTTPFailure) {
      server = try HTTPServer(
        http,
        admit: { request in
          let start = ContinuousClock.now
          let (refusal, words) = PrivateWords.withheld {
            Site.isPage(request) ? site().refusal(of: request) : api().refusal(of: request)
          }
          guard let outcome = refusal else { return nil }
          requests.note(outcome, of: request, since: start, leavingOut: words, metrics)
          return outcome.response
        },
        handle: { request in
          let start = ContinuousClock.now
          let (outcome, words) = PrivateWords.withheld {
            Site.isPage(request) ? site().outcome(of: request) : api().outcome(of: request)
          }
          requests.note(outcome, of: request, since: start, leavingOut: words, metrics)
          return outcome.response
        },
        refused: { refusal, request in
          let outcome = API.Outcome(response: ProblemDetails(refusal).response)
          requests.note(outcome, of: request, since: .now, metrics)
          return outcome.response
        })
    } catch {
      let message = error.message.isEmpty ? "libmicrohttpd" : error.message
      throw Failure.ledger(
        Text(
          "le port \(port) ne peut pas être ouvert (\(message)) ; donnez-en un autre avec `--port`",
          "port \(port) cannot be opened (\(message)); give another one with --port"))
    }
    place.withLock { $0 = server.port }
    let address = settings(server.port).origin?.text ?? "http://127.0.0.1:\(server.port)"
    try output.line(
      Text(
        "\(ledger.path) : à l’écoute sur \(address) (Ctrl-C arrête)",
        "\(ledger.path): listening on \(address) (Ctrl-C stops)"))
    try output.end()
    Interruption.wait()
    server.stop(within: .seconds(30))
    withExtendedLifetime(held) {}
  }
}

extension ProblemDetails {
  /// The problem of a request that the server refuses before it is one.
  fileprivate init(_ refusal: HTTPRefusal) {
    self.init(
      status: refusal.status, title: "Refused by the server", detail: "\(refusal)",
      headers: refusal.status == 503 ? [HTTPHeader("Retry-After", "1")] : [])
  }
}

/// Waits for a signal to stop.
private enum Interruption {
  /// Returns on SIGINT or SIGTERM.
  static func wait() {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGINT)
    unsafe sigaddset(&signals, SIGTERM)
    var received: Int32 = 0
    while unsafe sigwait(&signals, &received) != 0 {}
  }

  /// Keeps the signals from every thread that is made after it, so that ``wait()`` alone receives them.
  static func block() {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGINT)
    unsafe sigaddset(&signals, SIGTERM)
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
  }
}
