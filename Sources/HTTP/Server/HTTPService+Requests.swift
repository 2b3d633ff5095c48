internal import CMicrohttpd
internal import Synchronization

/// What arrives, on the library's thread. A function returns whether the connection is to go on.
extension HTTPService {
  func targetArrived(_ target: UnsafePointer<CChar>, _ client: Client) {
    let text = unsafe Self.bytes(target)
    client.state.withLock { state in
      state.target = Client.Target(text: text, place: UInt(bitPattern: target))
    }
    // The library notes every parameter of a query in a connection's memory, and hangs where that is too
    // small: it is not let get so far.
    guard
      text.count > settings.largestHead
        || text.count(where: { $0 == UInt8(ascii: "&") }) > connectionMemory / 256
    else { return }
    let answer = RawAnswer.bytes(refusal(.headTooLarge, nil), for: nil)
    client.state.withLock { state in
      guard state.stage == .awaiting else { return }
      state.send(answer)
      state.shutDown()
    }
  }

  /// The bytes of a text that ends with NUL.
  private static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
    var count = 0
    while unsafe text[count] != 0 { count += 1 }
    return unsafe Array(UnsafeRawBufferPointer(start: text, count: count))
  }

  /// A piece of the body has arrived.
  func bodyArrived(_ bytes: UnsafeRawBufferPointer, _ client: Client) -> Bool {
    enum Outcome {
      case goesOn, closes
      case refused(HTTPRefusal, HTTPRequest?)
    }
    let outcome: Outcome = client.state.withLock { state in
      guard state.stage == .awaiting, state.request != nil else { return .closes }
      guard state.body.count + bytes.count <= settings.largestBody else {
        return .refused(.bodyTooLarge, state.request)
      }
      state.held += bytes.count
      let (_, all) = held.add(bytes.count, ordering: .relaxed)
      guard all <= settings.largestBodies else { return .refused(.overloaded, state.request) }
      unsafe state.body.append(contentsOf: bytes)
      return .goesOn
    }
    switch outcome {
    case .goesOn: return true
    case .closes: return false
    case .refused(let refusal, let request):
      // The library takes no answer while a body arrives.
      let answer = RawAnswer.bytes(self.refusal(refusal, request), for: request)
      client.state.withLock { state in
        guard state.stage == .awaiting else { return }
        state.send(answer)
        state.lingers = true
        state.stage = .over
      }
      return false
    }
  }

  /// What the library asks for when it calls without a piece of the body.
  private enum Step {
    case head(Client.Target?)
    /// All of the request is there.
    case whole(HTTPRequest)
    case answer(HTTPResponse, HTTPRequest?)
    case close
  }

  func headOrWholeArrived(
    _ connection: OpaquePointer, _ client: Client, _ method: UnsafePointer<CChar>,
    _ version: UnsafePointer<CChar>
  ) -> Bool {
    let step: Step = client.state.withLock { state in
      switch state.stage {
      case .awaiting:
        guard var request = state.request else { return .head(state.target) }
        if let answer = state.answer.take() { return .answer(answer, request) }
        request.body = state.body
        state.body = []
        return .whole(request)
      case .answered:
        guard let answer = state.answer.take() else { return .close }
        return .answer(answer, state.request)
      case .handling, .answering, .over: return .close
      }
    }
    switch step {
    case .head(let target):
      return unsafe headArrived(connection, client, HeadReader(connection, method, version, target))
    case .whole(let request): return unsafe wholeArrived(connection, client, request)
    case .answer(let answer, let request):
      return unsafe send(answer, to: request, connection, client)
    case .close: return false
    }
  }

  private func headArrived(
    _ connection: OpaquePointer, _ client: Client, _ reader: borrowing HeadReader
  ) -> Bool {
    let head: Head
    do throws(HTTPRefusal) {
      head = try reader.head(largest: settings.largestHead, peer: client.peer)
    } catch {
      return unsafe refuse(error, nil, connection, client)
    }
    let request = head.request
    if load.change({ $0.isStopping }) {
      return unsafe refuse(.stopping, request, connection, client)
    }
    let answer = admit(request)
    if let answer, head.hasBody {
      return unsafe send(answer, to: request, isEarly: true, connection, client)
    }
    if answer == nil, head.length > settings.largestBody {
      return unsafe refuse(.bodyTooLarge, request, connection, client)
    }
    client.state.withLock { state in
      state.request = request
      state.answer = answer
      // The library takes a bare LF for an end of line among chunks: nothing after them is read.
      state.closes = head.isChunked
    }
    return true
  }

  private func refuse(
    _ refusal: HTTPRefusal, _ request: HTTPRequest?, _ connection: OpaquePointer, _ client: Client
  ) -> Bool {
    let answer = self.refusal(refusal, request)
    return unsafe send(answer, to: request, isEarly: true, connection, client)
  }

  private func wholeArrived(
    _ connection: OpaquePointer, _ client: Client, _ request: HTTPRequest
  ) -> Bool {
    let isTaken = client.state.withLock { state in
      guard state.stage == .awaiting else { return false }
      let isTaken = load.change { load in
        guard !load.isStopping else { return false }
        load.busy += 1
        return true
      }
      guard isTaken else { return false }
      state.isBusy = true
      state.stage = .handling
      unsafe MHD_suspend_connection(connection)
      return true
    }
    guard isTaken else {
      return unsafe send(refusal(.stopping, request), to: request, connection, client)
    }
    let isRun = workers.run { [self] in finish(client, handle(request)) }
    if !isRun { finish(client, refusal(.overloaded, request)) }
    return true
  }

  /// The handler's answer is there: the library calls for it.
  private func finish(_ client: Client, _ answer: HTTPResponse) {
    client.state.withLock { state in
      guard state.stage == .handling else { return }
      state.answer = answer
      state.stage = .answered
      unsafe MHD_resume_connection(client.connection)
    }
  }
}
