package org.zongwu.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.zongwu.engine.CannotStart;

/** Answers on the port while the database starts or recovers, so that whoever opens the page waits instead of giving up. */
final class StartingPage implements AutoCloseable {
    private static final byte[] PAGE = """
            <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="refresh" content="3"><title>总务 Zongwu</title>
            <style>body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:20vh auto;max-width:32em;padding:0 1em;color-scheme:light dark}</style></head>
            <body><h1>正在启动</h1><p>数据库正在启动或恢复，通常只要几秒钟；断电之后可能要几分钟。本页会自动刷新，您的数据没有问题。</p>
            <p lang="en">Starting. The database starts or recovers: seconds as a rule, minutes after a power failure. This page refreshes itself.</p></body></html>
            """.getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    private StartingPage(HttpServer server) {
        this.server = server;
    }

    /** @param tls for a page over HTTPS; null for plain HTTP */
    static StartingPage open(String address, int port, @Nullable SSLContext tls) {
        try {
            var server = tls == null ? HttpServer.create(new InetSocketAddress(address, port), 50) : secured(address, port, tls);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", StartingPage::answer);
            server.start();
            return new StartingPage(server);
        } catch (BindException e) {
            throw new CannotStart("端口 " + port + " 已被占用。总务可能已在运行；若是其他程序，请用 --port 换一个端口。",
                    "Port " + port + " is in use. Zongwu may be running already; if it is another program, choose another one with --port.", e);
        } catch (IOException e) {
            throw new CannotStart("无法在 " + address + ":" + port + " 上提供服务：" + e.getMessage(), "Cannot serve on " + address + ":" + port + ": " + e.getMessage(), e);
        }
    }

    private static HttpServer secured(String address, int port, SSLContext tls) throws IOException {
        var server = HttpsServer.create(new InetSocketAddress(address, port), 50);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "text/html; charset=utf-8");
            headers.set("Retry-After", "3");
            headers.set("Cache-Control", "no-store");
            headers.set("Connection", "close"); // or the browser would go on asking the server that is about to leave
            var head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(503, head ? -1 : PAGE.length);
            if (!head) exchange.getResponseBody().write(PAGE);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
