"""The names of curl's options: which of them take a value, so that the value is not taken for a URL.

https://curl.se/docs/manpage.html
"""

from __future__ import annotations

_WITH_VALUE = """
abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config connect-timeout connect-to
continue-at cookie cookie-jar create-file-mode crlfile curves data data-ascii data-binary data-raw
data-urlencode delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header egd-file
engine etag-compare etag-save expect100-timeout form form-string ftp-account ftp-alternative-to-user
ftp-method ftp-port ftp-ssl-ccc-mode happy-eyeballs-timeout-ms header hostpubmd5 hostpubsha256 hsts interface
json keepalive-time key key-type krb libcurl limit-rate local-port login-options mail-auth mail-from mail-rcpt
max-filesize max-redirs max-time netrc-file noproxy oauth2-bearer output output-dir parallel-max pass
pinnedpubkey preproxy proto proto-default proto-redir proxy proxy-cacert proxy-capath proxy-cert
proxy-cert-type proxy-ciphers proxy-crlfile proxy-header proxy-key proxy-key-type proxy-pass
proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword proxy-tlsuser
proxy-user proxy1.0 pubkey quote random-file range rate referer request request-target resolve retry
retry-delay retry-max-time sasl-authzid service-name socks4 socks4a socks5 socks5-gssapi-service
socks5-hostname speed-limit speed-time stderr telnet-option tftp-blksize time-cond tls-max tls13-ciphers
tlsauthtype tlspassword tlsuser trace trace-ascii unix-socket upload-file url url-query user user-agent
variable write-out
"""
_WITHOUT = """
anyauth compressed digest fail get globoff head http1.0 http1.1 http2 http3 include insecure ipv4 ipv6
location location-trusted negotiate netrc no-buffer ntlm path-as-is remote-name show-error silent verbose
"""

TAKES_VALUE = frozenset(_WITH_VALUE.split())
"""Long names of options with a value."""

FLAGS = frozenset(_WITHOUT.split())
"""Long names of the usual options without one; a long name may be cut off where only one begins so."""

SHORT_WITH_VALUE = {
    "A": "user-agent", "C": "continue-at", "D": "dump-header", "E": "cert", "F": "form", "H": "header", "K": "config",
    "P": "ftp-port", "Q": "quote", "T": "upload-file", "U": "proxy-user", "X": "request", "Y": "speed-limit",
    "b": "cookie", "c": "cookie-jar", "d": "data", "e": "referer", "m": "max-time", "o": "output", "r": "range",
    "t": "telnet-option", "u": "user", "w": "write-out", "x": "proxy", "y": "speed-time", "z": "time-cond",
}  # fmt: skip
"""Long names by letter, of options with a value."""

SHORT_FLAGS = {"G": "get", "I": "head", "k": "insecure", "n": "netrc"}
"""Long names by letter, of the options without a value that matter here."""
