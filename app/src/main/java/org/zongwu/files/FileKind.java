package org.zongwu.files;

/** What a file is, told from its content; the extension is only a hint. */
public enum FileKind {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    XLS("application/vnd.ms-excel"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("application/pdf"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    OFD("application/ofd"),
    ZIP("application/zip"),
    TEXT("text/plain");

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
