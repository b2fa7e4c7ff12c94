package org.tnregistry.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A token of the registry that wants an identity. */
final class CredentialRequest extends BaseAuthenticationRequest {
  private final String token;

  CredentialRequest(String token) {
    this.token = token;
  }

  String token() {
    return token;
  }
}
