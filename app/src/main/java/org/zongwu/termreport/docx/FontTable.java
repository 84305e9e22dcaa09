package org.zongwu.termreport.docx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Names a second choice for each font of official papers: newer Windows has 仿宋 and 楷体 without GB2312, and few have 小标宋. */
final class FontTable {
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private FontTable() {}

    static void add(XWPFDocument document) throws IOException {
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:fonts xmlns:w=\"" + NAMESPACE + "\">"
                + font(Styles.FANG_SONG, "仿宋") + font(Styles.KAI, "楷体") + font(Styles.TITLE_SONG, "方正小标宋_GBK") + font(Styles.HEI, "SimHei")
                + font(Styles.SONG, "SimSun") + "</w:fonts>";
        try {
            var name = PackagingURIHelper.createPartName("/word/fontTable.xml");
            var part = document.getPackage().createPart(name, TYPE);
            try (var out = part.getOutputStream()) {
                out.write(xml.getBytes(StandardCharsets.UTF_8));
            }
            document.getPackagePart().addRelationship(name, TargetMode.INTERNAL, RELATION);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String font(String name, String second) {
        return "<w:font w:name=\"" + name + "\"><w:altName w:val=\"" + second + "\"/><w:charset w:val=\"86\"/><w:family w:val=\"auto\"/></w:font>";
    }
}
