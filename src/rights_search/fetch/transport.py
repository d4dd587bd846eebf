"""One question and its answer over HTTP, within a time that holds whatever the server sends or fails to send.

The answer is read by tasks that can be broken off at any point: between two bytes of a header just as between two
pieces of the file. A limit that is looked at only when a piece has come would never be, if none ever comes.
"""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

import httpx

from rights_search.fetch.addresses import Guard

Taken = TypeVar("Taken")
Take = Callable[[httpx.Response], Awaitable[Taken]]
#: A server that is silent for so long has gone.
SILENT = httpx.Timeout(30.0, connect=15.0)


class _Pinned(httpx.AsyncHTTPTransport):
    """Connects to the address that was checked, under the host's name."""

    def __init__(self, guard: Guard) -> None:
        super().__init__(retries=0)
        self._guard = guard

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        address = self._guard.resolved(url.host, url.port or (443 if url.scheme == "https" else 80))
        request.extensions = {**request.extensions, "sni_hostname": url.host}
        request.url = url.copy_with(host=address)
        return await super().handle_async_request(request)


class Transport:
    """Asks one thing after the other. No client stands over it, which would follow, unpack and keep cookies.

    Its tasks run in a thread of their own: whoever calls may be in the middle of other tasks, where none can be run.
    """

    def __init__(self, guard: Guard) -> None:
        """Ask only where the guard allows."""
        self._transport = _Pinned(guard)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Close what connections are open."""
        self._run(self._transport.aclose())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, task: Coroutine[Any, Any, Taken]) -> Taken:
        future = asyncio.run_coroutine_threadsafe(task, self._loop)
        try:
            return future.result()
        except BaseException:  # whoever breaks the run off does not wait for a server
            future.cancel()
            raise

    def ask(self, url: httpx.URL, headers: dict[str, str], seconds: float, take: Take[Taken]) -> Taken:
        """What is taken from the answer.

        Raises:
            TimeoutError: it was not taken after so many seconds.
            httpx.TransportError: there is no answer, or it is no HTTP.
        """
        return self._run(self._ask(url, headers, seconds, take))

    async def _ask(self, url: httpx.URL, headers: dict[str, str], seconds: float, take: Take[Taken]) -> Taken:
        request = httpx.Request("GET", url, headers=headers, extensions={"timeout": SILENT.as_dict()})
        async with asyncio.timeout(seconds):
            response = await self._transport.handle_async_request(request)
            try:
                return await take(response)
            finally:
                await response.aclose()
