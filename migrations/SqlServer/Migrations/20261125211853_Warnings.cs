using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnVagUt.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Warnings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ContinuesId",
                table: "Placements",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Acknowledgements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlacementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acknowledgements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Acknowledgements_Placements_PlacementId",
                        column: x => x.PlacementId,
                        principalTable: "Placements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Placements_ContinuesId",
                table: "Placements",
                column: "ContinuesId");

            migrationBuilder.CreateIndex(
                name: "IX_Acknowledgements_PlacementId_Rule",
                table: "Acknowledgements",
                columns: new[] { "PlacementId", "Rule" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Placements_Placements_ContinuesId",
                table: "Placements",
                column: "ContinuesId",
                principalTable: "Placements",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Placements_Placements_ContinuesId",
                table: "Placements");

            migrationBuilder.DropTable(
                name: "Acknowledgements");

            migrationBuilder.DropIndex(
                name: "IX_Placements_ContinuesId",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "ContinuesId",
                table: "Placements");
        }
    }
}
