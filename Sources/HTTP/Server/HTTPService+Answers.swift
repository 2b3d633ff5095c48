internal import CMicrohttpd

/// What is sent.
extension HTTPService {
  /// The program's answer to a request that the server refuses.
  func refusal(_ refusal: HTTPRefusal, _ request: HTTPRequest?) -> HTTPResponse {
    var answer = refused(refusal, request)
    answer.status = refusal.status
    answer.headers.removeAll { !$0.isUsable }
    return answer
  }

  /// Hands an answer to the library, which is calling for it.
  ///
  /// - Parameter isEarly: if the request was not read whole; the connection is closed afterwards.
  /// - Returns: false if the connection is to be closed without one.
  func send(
    _ answer: HTTPResponse, to request: HTTPRequest?, isEarly: Bool = false,
    _ connection: OpaquePointer, _ client: Client
  ) -> Bool {
    let answer = answer.isUsable ? answer : refusal(.unusableResponse, request)
    let isStopping = load.change { $0.isStopping }
    let closes: Bool? = client.state.withLock { state in
      guard state.stage == .awaiting || state.stage == .answered else { return nil }
      if !state.isBusy {
        state.isBusy = true
        load.change { $0.busy += 1 }
      }
      state.stage = .answering
      let seconds = answer.body.count / max(1, settings.slowestReading)
      state.deadline = nextDeadline + Int64(seconds) * 1_000_000_000
      state.lingers = isEarly
      return isEarly || isStopping || state.closes
    }
    guard let closes else { return false }
    let response = unsafe answer.body.withUnsafeBytes { buffer in
      unsafe acquis_mhd_response(buffer.baseAddress, buffer.count)
    }
    guard let response = unsafe response else { return false }
    defer { unsafe MHD_destroy_response(response) }
    var headers = answer.headers
    if closes, headers.values("connection").isEmpty {
      headers.append(HTTPHeader("Connection", "close"))
    }
    for header in headers {
      guard
        unsafe acquis_mhd_is_yes(MHD_add_response_header(response, header.name, header.value)) != 0
      else { return false }
    }
    let queued = unsafe MHD_queue_response(connection, UInt32(answer.status), response)
    return acquis_mhd_is_yes(queued) != 0
  }
}
