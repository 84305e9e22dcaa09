package org.zongwu.termreport.docx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.zongwu.termreport.template.Manuscript;

/** A chart that Word and WPS can edit, in greys that a copier keeps apart. */
final class Charted {
    private static final int WIDTH_MM = 150;
    private static final int HEIGHT_MM = 62;
    private static final int EMU_PER_MM = Units.EMU_PER_CENTIMETER / 10;

    private Charted() {}

    static void draw(Writing writing, Manuscript.Chart drawn) {
        var caption = writing.paragraph(Styles.CAPTION, drawn.caption());
        caption.setAlignment(ParagraphAlignment.CENTER);
        try {
            var chart = writing.document().createChart(WIDTH_MM * EMU_PER_MM, HEIGHT_MM * EMU_PER_MM);
            var holder = writing.document().getLastParagraph();
            holder.setAlignment(ParagraphAlignment.CENTER);
            holder.setSpacingBetween(1);
            holder.setKeepNext(true);
            plot(chart, drawn);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        writing.paragraph(Styles.NOTE, drawn.finding()).setAlignment(ParagraphAlignment.CENTER);
    }

    private static void plot(XWPFChart chart, Manuscript.Chart drawn) {
        var months = XDDFDataSourcesFactory.fromArray(drawn.bars().stream().map(Manuscript.Bar::label).toArray(String[]::new));
        var across = chart.createCategoryAxis(AxisPosition.BOTTOM);
        var up = chart.createValueAxis(AxisPosition.LEFT);
        up.setCrosses(AxisCrosses.AUTO_ZERO);
        up.setTitle(drawn.unit());
        var data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, across, up);
        data.setBarDirection(BarDirection.COL);
        data.setGapWidth(80);
        if (drawn.then() != null) series(data, months, drawn.bars().stream().map(Manuscript.Bar::then).toArray(BigDecimal[]::new), drawn.then(), PresetColor.LIGHT_GRAY);
        series(data, months, drawn.bars().stream().map(Manuscript.Bar::now).toArray(BigDecimal[]::new), drawn.now(), PresetColor.DIM_GRAY);
        chart.plot(data);
        if (drawn.then() != null) chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    }

    private static void series(XDDFBarChartData data, org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource months, BigDecimal[] values, String name, PresetColor grey) {
        var series = data.addSeries(months, XDDFDataSourcesFactory.fromArray(values));
        series.setTitle(name, null);
        series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(grey)));
    }
}
